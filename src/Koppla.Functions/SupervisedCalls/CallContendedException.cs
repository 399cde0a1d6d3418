namespace Koppla.Functions.SupervisedCalls;

/// <summary>Other events of the same call kept coming first. Nothing is lost: the event is to be told again, or the sweeper sees to the call.</summary>
internal sealed class CallContendedException() : Exception("Other events of the call kept coming first.");

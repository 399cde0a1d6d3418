namespace Koppla.Functions.SupervisedCalls;

/// <summary>An ended call cannot be recorded now; it stays as it is until it can.</summary>
internal sealed class CallNotRecordedException() : Exception("The outcome of the call could not be recorded.");

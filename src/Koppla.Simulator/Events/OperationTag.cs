namespace Koppla.Simulator.Events;

/// <summary>What ties an event to its command: the caller's context, and where the event goes instead of the call's callback.</summary>
internal sealed record OperationTag(string? Context, Uri? Callback);

using Koppla.Simulator.Events;

namespace Koppla.Simulator.Calls;

/// <summary>A transfer whose target has not answered yet.</summary>
/// <param name="TakesCall">Whether the application leaves on success: a transfer of its only party.</param>
internal sealed record PendingTransfer(Leg Transferee, Leg Target, OperationTag Tag, bool TakesCall);

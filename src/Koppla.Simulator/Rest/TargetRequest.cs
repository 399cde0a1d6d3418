using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>The body of operations on one participant.</summary>
internal sealed record TargetRequest(Party? TargetParticipant, PlaySource? PlaySourceInfo, string? OperationContext, string? OperationCallbackUri);

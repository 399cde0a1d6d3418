using Koppla.Simulator.Wire;

namespace Koppla.Simulator.EventGrid;

/// <summary>The data of Microsoft.Communication.IncomingCall.</summary>
internal sealed record IncomingCallData
{
    public required Party To { get; init; }

    public required Party From { get; init; }

    public required string ServerCallId { get; init; }

    public required string CallerDisplayName { get; init; }

    public CustomContext? CustomContext { get; init; }

    public required string IncomingCallContext { get; init; }

    public required string CorrelationId { get; init; }
}

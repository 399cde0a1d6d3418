namespace Koppla.Simulator.Wire;

/// <summary>CallConnectionProperties. The .NET client needs targets and an absolute callbackUri in every one.</summary>
internal sealed record CallProperties
{
    public required string CallConnectionId { get; init; }

    public required string ServerCallId { get; init; }

    public required IReadOnlyList<Party> Targets { get; init; }

    public required string CallConnectionState { get; init; }

    public required string CallbackUri { get; init; }

    public PhoneNumber? SourceCallerIdNumber { get; init; }

    public string? SourceDisplayName { get; init; }

    public Party? Source { get; init; }

    public required string CorrelationId { get; init; }

    public CommunicationUser? AnsweredBy { get; init; }

    public PhoneNumber? AnsweredFor { get; init; }
}

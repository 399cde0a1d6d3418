using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Events;

/// <summary>The data of every mid-call event; a member that an event does not have is absent.</summary>
internal sealed record CallEventData
{
    public string? CallConnectionId { get; init; }

    public string? ServerCallId { get; init; }

    public string? CorrelationId { get; init; }

    public string? OperationContext { get; init; }

    public ResultInformation? ResultInformation { get; init; }

    public Party? Participant { get; init; }

    public IReadOnlyList<Participant>? Participants { get; init; }

    public int? SequenceNumber { get; init; }

    public string? InvitationId { get; init; }

    public Party? Transferee { get; init; }

    public Party? TransferTarget { get; init; }

    public string? FromCall { get; init; }

    public int? FailedPlaySourceIndex { get; init; }

    public string? RecognitionType { get; init; }

    public DtmfResult? DtmfResult { get; init; }

    public int? SequenceId { get; init; }

    public string? Tone { get; init; }
}

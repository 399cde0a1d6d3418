using Koppla.Functions.Calls;
using Koppla.Functions.Transfers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>The state of a supervised call as stored: one JSON document. Numbers in E.164, instants in ISO 8601.</summary>
internal sealed record SupervisedCallDocument
{
    public required string Secret { get; init; }

    public string? Organisation { get; init; }

    public required string CorrelationId { get; init; }

    public required string At { get; init; }

    public required string Called { get; init; }

    public string? CalledUser { get; init; }

    public string? Caller { get; init; }

    public string? PlacedBy { get; init; }

    /// <summary>A raw identifier.</summary>
    public required string CallerTarget { get; init; }

    /// <summary>As in the header of a leg; empty: none.</summary>
    public required string Trail { get; init; }

    /// <summary>What answers the call, and since when it rings; only until it is answered.</summary>
    public string? Handle { get; init; }

    public string? RingingSince { get; init; }

    public required string Phase { get; init; }

    public required WorkDocument Work { get; init; }

    public required int Step { get; init; }

    public string? Connection { get; init; }

    public LineDocument[] Lines { get; init; } = [];

    public bool HearsRingback { get; init; }

    public required string First { get; init; }

    public string? FirstUser { get; init; }

    public string? Partner { get; init; }

    public string? PartnerUser { get; init; }

    public string[] Users { get; init; } = [];

    public TransferDocument? Transfer { get; init; }

    public TransferDocument[] EarlierTransfers { get; init; } = [];

    public string? Goal { get; init; }

    public required string Language { get; init; }

    public required string StepSince { get; init; }

    public required string Deadline { get; init; }

    public bool IsRepeated { get; init; }

    public string? Cause { get; init; }

    public string? ConnectedAt { get; init; }

    public string? AnsweredAt { get; init; }

    public string? PartnerSince { get; init; }

    public string? EndedAt { get; init; }

    public string? Outcome { get; init; }

    public required string Reason { get; init; }

    public string? Target { get; init; }

    public required int Diversions { get; init; }

    public TraceStepDocument[] Trace { get; init; } = [];

    public CommandDocument[] Commands { get; init; } = [];

    internal sealed record LineDocument(string Number, string? State, bool Referred);

    internal sealed record LegDocument(string Target, string? CallerId, string? OtherCallerId, string? Failure, string? Invitation, bool ShowsOther);

    /// <summary>One of the kinds of work; the members of the others stay empty.</summary>
    internal sealed record WorkDocument
    {
        public required string Kind { get; init; }

        public string? Number { get; init; }

        public string? User { get; init; }

        public string? CallerId { get; init; }

        public string? OtherCallerId { get; init; }

        public string? Trail { get; init; }

        public int Seconds { get; init; }

        public LegDocument[]? Legs { get; init; }

        public string? Text { get; init; }

        public string? Language { get; init; }

        public string? Sound { get; init; }
    }
}

using static Koppla.Functions.SupervisedCalls.SupervisedCallDocument;

namespace Koppla.Functions.Transfers;

/// <summary>A transfer as stored with its call. Numbers in E.164, parties as raw identifiers, instants in ISO 8601.</summary>
internal sealed record TransferDocument
{
    public required string Id { get; init; }

    public required string Mode { get; init; }

    public required string State { get; init; }

    public required string By { get; init; }

    public string? ByNumber { get; init; }

    public required string Transferor { get; init; }

    public required string Transferee { get; init; }

    public required string To { get; init; }

    public required string Goal { get; init; }

    public required string At { get; init; }

    /// <summary>As <see cref="StoredTransferPolicy"/> writes it.</summary>
    public required string[] Policy { get; init; }

    public bool NeedsKey { get; init; }

    public string[] Earlier { get; init; } = [];

    public LegDocument[] Recall { get; init; } = [];

    public int Recalls { get; init; }

    public string? TargetUser { get; init; }

    public string? Target { get; init; }

    public string? AnsweredAt { get; init; }

    public string? EndedAt { get; init; }

    public string? Reason { get; init; }
}

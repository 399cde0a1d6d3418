using Koppla.Functions.SupervisedCalls;

namespace Koppla.Functions.Transfers;

/// <summary>Between a transfer and its part of the call's document.</summary>
internal static class TransferMapping
{
    public static TransferDocument ToDocument(Transfer transfer) => new()
    {
        Id = transfer.Id,
        Mode = Names.Kebab(transfer.Mode),
        State = Names.Kebab(transfer.State),
        By = transfer.By.ToString(),
        ByNumber = transfer.ByNumber?.E164,
        Transferor = StoredCall.Text(transfer.Transferor),
        Transferee = StoredCall.Text(transfer.Transferee),
        To = transfer.To,
        Goal = transfer.Goal.E164,
        At = StoredCall.Text(transfer.At),
        Policy = StoredTransferPolicy.ToTexts(transfer.Policy),
        NeedsKey = transfer.NeedsKey,
        Earlier = [.. transfer.Earlier],
        Recall = [.. transfer.Recall.Select(WorkMapping.ToDocument)],
        Recalls = transfer.Recalls,
        TargetUser = transfer.TargetUser?.ToString(),
        Target = transfer.Target is { } target ? StoredCall.Text(target) : null,
        AnsweredAt = StoredCall.TextOrNull(transfer.AnsweredAt),
        EndedAt = StoredCall.TextOrNull(transfer.EndedAt),
        Reason = transfer.Reason,
    };

    public static Transfer FromDocument(TransferDocument document) => new(
        document.Id,
        StoredCall.Enumerated<TransferMode>(document.Mode),
        StoredCall.Enumerated<TransferState>(document.State),
        StoredCall.UserOrNull(document.By) ?? throw StoredCall.Corrupt("by"),
        StoredCall.Target(document.Transferor),
        StoredCall.Target(document.Transferee),
        document.To,
        StoredCall.Number(document.Goal),
        StoredCall.Instant(document.At))
    {
        ByNumber = StoredCall.NumberOrNull(document.ByNumber),
        Policy = StoredTransferPolicy.Read(document.Policy) ?? throw StoredCall.Corrupt("policy"),
        NeedsKey = document.NeedsKey,
        Earlier = [.. document.Earlier],
        Recall = [.. document.Recall.Select(WorkMapping.FromDocument)],
        Recalls = document.Recalls,
        TargetUser = StoredCall.UserOrNull(document.TargetUser),
        Target = document.Target is { } target ? StoredCall.Target(target) : null,
        AnsweredAt = StoredCall.InstantOrNull(document.AnsweredAt),
        EndedAt = StoredCall.InstantOrNull(document.EndedAt),
        Reason = document.Reason,
    };
}

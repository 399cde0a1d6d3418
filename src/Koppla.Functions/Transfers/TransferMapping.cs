using Koppla.Functions.SupervisedCalls;
using Koppla.Routing.Transfers;
using static Koppla.Functions.Transfers.TransferDocument;

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
        Transferor = StoredCall.Text(transfer.Transferor),
        Transferee = StoredCall.Text(transfer.Transferee),
        To = transfer.To,
        Goal = transfer.Goal.E164,
        At = StoredCall.Text(transfer.At),
        Policy = [.. StepsOf(transfer.Policy).Select(action => new FailureDocument(Names.Kebab(action.Step), action.Number?.E164))],
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
        Policy = PolicyOf(document.Policy),
        Recall = [.. document.Recall.Select(WorkMapping.FromDocument)],
        Recalls = document.Recalls,
        TargetUser = StoredCall.UserOrNull(document.TargetUser),
        Target = document.Target is { } target ? StoredCall.Target(target) : null,
        AnsweredAt = StoredCall.InstantOrNull(document.AnsweredAt),
        EndedAt = StoredCall.InstantOrNull(document.EndedAt),
        Reason = document.Reason,
    };

    private static FailureAction[] StepsOf(TransferPolicy policy) =>
        [policy.OnBusy, policy.OnNoAnswer, policy.OnNoConnection, policy.OnDeclined];

    private static TransferPolicy PolicyOf(FailureDocument[] steps) => steps is [var busy, var noAnswer, var noConnection, var declined]
        ? new(ActionOf(busy), ActionOf(noAnswer), ActionOf(noConnection), ActionOf(declined))
        : throw StoredCall.Corrupt("policy");

    private static FailureAction ActionOf(FailureDocument step) =>
        new(StoredCall.Enumerated<FailureStep>(step.Step), StoredCall.NumberOrNull(step.Number));
}

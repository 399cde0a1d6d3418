using Koppla.Functions.Api;
using Koppla.Functions.SupervisedCalls;

namespace Koppla.Functions.Transfers;

/// <summary>A transfer as the API shows it.</summary>
/// <param name="Call">The call that is transferred.</param>
/// <param name="To">As it was asked for: a number, or a user's id.</param>
/// <param name="GoesTo">The number that the target is reached at; its own rules may have led there.</param>
/// <param name="Reason">Why it did not go as asked.</param>
internal sealed record TransferBody(
    string Id,
    string Call,
    string Mode,
    string State,
    string To,
    string GoesTo,
    string At,
    string? AnsweredAt,
    string? EndedAt,
    string? Reason,
    int Recalls)
{
    public static TransferBody Of(SupervisedCall call, Transfer transfer) => new(
        transfer.Id,
        call.Facts.Id,
        Names.Kebab(transfer.Mode),
        Names.Kebab(transfer.State),
        transfer.To,
        transfer.Goal.E164,
        InstantTexts.Utc(transfer.At),
        InstantTexts.UtcOrNull(transfer.AnsweredAt),
        InstantTexts.UtcOrNull(transfer.EndedAt),
        transfer.Reason,
        transfer.Recalls);
}

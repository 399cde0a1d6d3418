using Koppla.Routing.Numbers;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Transfers;

/// <summary>
/// A failure policy as stored: what is done on busy, no answer, no connection and declined, in that order. Each is the name of a step,
/// or the number that is rung.
/// </summary>
internal static class StoredTransferPolicy
{
    public static string[] ToTexts(TransferPolicy policy) =>
        [TextOf(policy.OnBusy), TextOf(policy.OnNoAnswer), TextOf(policy.OnNoConnection), TextOf(policy.OnDeclined)];

    /// <summary>Null: it is not as we write it.</summary>
    public static TransferPolicy? Read(string[] texts) =>
        Array.ConvertAll(texts, ActionOf) is [{ } busy, { } noAnswer, { } noConnection, { } declined]
            ? new TransferPolicy(busy, noAnswer, noConnection, declined)
            : null;

    private static string TextOf(FailureAction action) => action.Number?.E164 ?? Names.Kebab(action.Step);

    private static FailureAction? ActionOf(string text)
    {
        if (PhoneNumber.ParseE164(text) is { IsOk: true } number)
        {
            return new FailureAction(FailureStep.Number, number.Value);
        }

        return Names.Parse<FailureStep>(text) is { } step and not FailureStep.Number ? new FailureAction(step) : null;
    }
}

using Koppla.Functions.Api;
using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Transfers;
using Koppla.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>A call as one of its users sees it.</summary>
/// <param name="State">Where the call is; <c>left</c>: the user has given it away, and sees no more of it than how that went.</param>
/// <param name="Direction"><c>outgoing</c> when that user placed it, else <c>incoming</c>.</param>
/// <param name="With">Who is at the other end: a number, an app's identity, or <c>withheld</c>; absent: nobody yet.</param>
/// <param name="EndedAt">When it was over for the user.</param>
/// <param name="Transfer">The transfer under way, or the last one.</param>
internal sealed record OngoingCallBody(
    string Id, string State, string Direction, string Called, string? With, string At, string? AnsweredAt, string? EndedAt, TransferBody? Transfer)
{
    private const string Left = "left";

    public static OngoingCallBody Of(SupervisedCall call, UserId user)
    {
        var of = new OngoingCallBody(
            call.Facts.Id,
            Names.Kebab(call.Phase),
            CallDirection.Of(isPlaced: call.Facts.PlacedBy == user),
            call.Facts.Called.E164,
            TextOf(call, call.PartnerUser == user ? call.First : call.Partner),
            InstantTexts.Utc(call.Facts.At),
            InstantTexts.UtcOrNull(call.AnsweredAt),
            InstantTexts.UtcOrNull(call.EndedAt),
            call.Transfer is { } transfer ? TransferBody.Of(call, transfer) : null);
        return call.IsOf(user) || call.TransferBy(user) is not { } given ? of : of with
        {
            State = Left,
            With = TextOf(call, given.Transferee),
            EndedAt = InstantTexts.UtcOrNull(given.EndedAt),
            Transfer = TransferBody.Of(call, given),
        };
    }

    /// <summary>Who placed a call is shown by the number, as a caller is.</summary>
    private static string? TextOf(SupervisedCall call, CallTarget? party) =>
        call.Facts is { PlacedBy: not null, Caller: { } number } && party == call.Facts.CallerTarget ? number.E164 : party?.AsText();
}

using Koppla.Functions.Api;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>A call as one of its users sees it.</summary>
/// <param name="With">Who is at the other end: a number, an app's identity, or <c>withheld</c>; absent: nobody yet.</param>
/// <param name="Transfer">The transfer under way, or the last one.</param>
internal sealed record OngoingCallBody(
    string Id, string State, string Called, string? With, string At, string? AnsweredAt, string? EndedAt, TransferBody? Transfer)
{
    public static OngoingCallBody Of(SupervisedCall call, UserId user) => new(
        call.Facts.Id,
        Names.Kebab(call.Phase),
        call.Facts.Called.E164,
        (call.PartnerUser == user ? call.First : call.Partner)?.AsText(),
        InstantTexts.Utc(call.Facts.At),
        InstantTexts.UtcOrNull(call.AnsweredAt),
        InstantTexts.UtcOrNull(call.EndedAt),
        call.Transfer is { } transfer ? TransferBody.Of(call, transfer) : null);
}

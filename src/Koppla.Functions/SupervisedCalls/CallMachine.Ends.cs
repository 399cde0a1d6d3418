using System.Collections.Immutable;
using System.Globalization;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>How calls end, and what is done about those whose events never came.</content>
internal static partial class CallMachine
{
    /// <summary>The provider's code for leaving a call that was given away.</summary>
    private const string LeftByTransfer = "200/7015";

    /// <summary>The deadline of the phase has passed.</summary>
    /// <param name="look">What the provider says of the call; null: it was not asked, for the call has no name yet.</param>
    public static Transition Overdue(SupervisedCall call, ConnectionState? look, Instant now) => (call.Phase, look?.Presence) switch
    {
        (Phase.Ended, _) => Transition.Nothing(call),
        (_, ConnectionPresence.Gone) => Ended(call, OutcomeWhenGone(call, code: null), now),
        (_, null or ConnectionPresence.Unknown) => now - call.StepSince > GiveUpAfter(call)
            ? Ended(call, CallOutcome.Lost, now)
            : Transition.To(call with { Deadline = now + CallDeadlines.Again }),
        (Phase.Ringing, _) when call.Work is Work.Ring ring => MissedAnswer(call, ring, look!.Participants, now) ?? NobodyAnswered(call, ring),
        (Phase.Referring, _) when call.Work is Work.Refer refer => Heard(call, refer),
        (Phase.Transferring, _) => NotTaken(call, Routing.Decisions.LineState.NoAnswer),
        (Phase.Talking, _) => PartnerLeft(call, look!.Participants)
            ? HangUp(call, now)
            : Transition.To(call with { Deadline = now + CallDeadlines.Talking }),
        (Phase.Ending, _) => Transition.To(
            call with { Deadline = now + CallDeadlines.Ending },
            new CallCommand.HangUp(Context(call, string.Create(CultureInfo.InvariantCulture, $"hang-up-{call.Deadline.ToUnixTimeSeconds()}")))),
        _ => HangUp(call, now),
    };

    /// <summary>It is found to be over: the provider does not know it any more.</summary>
    public static Transition Gone(SupervisedCall call, Instant now) =>
        call.Phase == Phase.Ended ? Transition.Nothing(call) : Ended(call, OutcomeWhenGone(call, code: null), now);

    private static Transition Ended(SupervisedCall call, CallOutcome outcome, Instant now)
    {
        var ended = call with
        {
            Phase = Phase.Ended,
            Outcome = call.Phase == Phase.Transferring ? outcome : call.Outcome ?? outcome,
            EndedAt = now,
            Ringing = null,
            Deadline = now + CallDeadlines.Kept,
        };

        // The caller is gone; a provider may let the invitations ring on.
        return call.Phase == Phase.Ringing && call.Connection is not null
            ? Transition.To(ended, new CallCommand.HangUp(Context(call, "hang-up")))
            : Transition.To(ended);
    }

    private static CallOutcome OutcomeWhenGone(SupervisedCall call, string? code) => call.Phase switch
    {
        Phase.Answering => CallOutcome.CallerGone,
        // Found gone without a word: the transfer is likelier than the caller's hanging up at that moment.
        Phase.Transferring => code is null || code.StartsWith(LeftByTransfer, StringComparison.Ordinal) ? CallOutcome.Transferred : CallOutcome.Abandoned,
        _ => CallOutcome.Abandoned,
    };

    private static Duration GiveUpAfter(SupervisedCall call) =>
        call.Phase == Phase.Answering ? CallDeadlines.Prompt : CallDeadlines.GiveUp;

    /// <summary>The answer's event may be lost, while the one who answered is in the call.</summary>
    private static Transition? MissedAnswer(SupervisedCall call, Work.Ring ring, ImmutableArray<CallTarget> participants, Instant now)
    {
        foreach (var (number, leg) in ring.Legs.Index())
        {
            if (participants.Contains(leg.Target))
            {
                return Talk(call, new Joined($"look-{call.Step}", call.Connection!, ContextOfLeg(call, number), now, leg.Target), now);
            }
        }

        return null;
    }

    /// <summary>One of two has hung up, and the provider leaves the other in silence.</summary>
    private static Transition WhoIsLeft(SupervisedCall call, Roster roster, Instant now)
    {
        // A roster with the partner in it is of the time after the answer; one without may be late, of the time before.
        var left = PartnerLeft(call, roster.Participants) ? roster.At > call.AnsweredAt : CallerLeft(call, roster.Participants);
        return left ? HangUp(call, now) : Transition.Nothing(call);
    }

    private static bool PartnerLeft(SupervisedCall call, ImmutableArray<CallTarget> participants) =>
        call.Partner is { } partner && !participants.Contains(partner);

    /// <summary>Only a caller with a number can be missed, and not when a telephone that we know nothing of is there: it may be the caller by another name.</summary>
    private static bool CallerLeft(SupervisedCall call, ImmutableArray<CallTarget> participants) =>
        call.Facts.Caller is not null && !participants.Any(each => each is CallTarget.Telephone && each != call.Partner);
}

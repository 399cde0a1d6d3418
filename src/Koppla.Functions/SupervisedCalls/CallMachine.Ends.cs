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
        (Phase.Placing, _) => PlacingOverdue(call, look, now),
        (_, ConnectionPresence.Gone) => Ended(call, OutcomeWhenGone(call, code: null), now),
        (_, null or ConnectionPresence.Unknown) => now - call.StepSince > GiveUpAfter(call)
            ? Ended(call, CallOutcome.Lost, now)
            : Transition.To(call with { Deadline = now + CallDeadlines.Again }),
        (Phase.Ringing, _) when call.Work is Work.Ring ring =>
            MissedAnswer(call, ring, look!.Participants, now) ?? (MayBeUnsent(call, ring) ? Again(call, now) : NobodyAnswered(call, ring)),
        (Phase.Referring, _) when call.Work is Work.Refer refer => Heard(call, refer),
        (Phase.Transferring, _) when !call.IsRepeated => Again(call, now),
        (Phase.Transferring, _) => NotTaken(call, Routing.Decisions.LineState.NoAnswer),
        (Phase.Talking, _) when SomebodyLeft(call, look!.Participants) => HangUp(call, now),
        (Phase.Talking, _) => Transition.To(
            call with { Deadline = now + CallDeadlines.Talking }, IsFirstLook(call) ? TalkCommands(call) : []),
        _ when IsTransferPhase(call.Phase) => TransferOverdue(call, look!.Participants, now),
        (Phase.Ending, _) => Transition.To(
            call with { Deadline = now + CallDeadlines.Ending },
            new CallCommand.HangUp(Context(call, string.Create(CultureInfo.InvariantCulture, $"hang-up-{call.Deadline.ToUnixTimeSeconds()}")))),
        _ => HangUp(call, now),
    };

    /// <summary>The call was answered again, for nothing was heard of the first answer.</summary>
    /// <param name="look">What the provider says of the call then; null: it was not asked.</param>
    /// <param name="cause">Names the look.</param>
    public static Transition AnsweredAgain(
        SupervisedCall call, AnswerResult answer, ConnectionState? look, string cause, Instant now) =>
        (answer.Result.Status, look?.Presence) switch
        {
            _ when call.Phase != Phase.Answering => Transition.Nothing(call),
            (CommandStatus.Refused, _) => Ended(call, CallOutcome.ProviderRefused, now),
            (CommandStatus.CallGone, _) or (_, ConnectionPresence.Gone) => Ended(call, CallOutcome.CallerGone, now),
            // One that is just being connected takes no commands: somebody is seen in it, or it was answered a round ago.
            (CommandStatus.Accepted, ConnectionPresence.Connected) when call.Connection is not null || !look!.Participants.IsEmpty =>
                Start(call, new Connected(cause, answer.Connection!, null, now), now),
            (CommandStatus.Accepted, ConnectionPresence.Connected) =>
                Transition.To(call with { Connection = answer.Connection, Deadline = now + CallDeadlines.Connecting }),
            _ => Overdue(call, look: null, now),
        };

    private static Transition Ended(SupervisedCall call, CallOutcome outcome, Instant now)
    {
        var ended = Over(call, now) with
        {
            Phase = Phase.Ended,
            Outcome = outcome == CallOutcome.Transferred ? outcome : call.Outcome ?? outcome,
            EndedAt = now,
            Ringing = null,
            Deadline = now + CallDeadlines.Kept,
        };

        // The caller is gone; a provider may let the invitations ring on.
        return (call.Phase == Phase.Ringing || IsTransferPhase(call.Phase)) && call.Connection is not null
            ? Transition.To(ended, new CallCommand.HangUp(Context(call, "hang-up")))
            : Transition.To(ended);
    }

    private static CallOutcome OutcomeWhenGone(SupervisedCall call, string? code) => call.Phase switch
    {
        Phase.Answering => CallOutcome.CallerGone,
        Phase.Placing => CallOutcome.NotPlaced,
        _ when code?.StartsWith(LeftByTransfer, StringComparison.Ordinal) is true => CallOutcome.Transferred,
        // Found gone without a word: the transfer is likelier than the caller's hanging up at that moment.
        Phase.Transferring when code is null => CallOutcome.Transferred,
        _ => CallOutcome.Abandoned,
    };

    private static Duration GiveUpAfter(SupervisedCall call) =>
        call.Phase == Phase.Answering ? CallDeadlines.GiveUpAnswering : CallDeadlines.GiveUp;

    /// <summary>
    /// Whether devices may never have rung: whoever died between storing a step and sending its commands left it so. Where the
    /// invitations are known, they have rung.
    /// </summary>
    private static bool MayBeUnsent(SupervisedCall call, Work.Ring ring) =>
        !call.IsRepeated && ring.Legs.Any(leg => leg is { Failure: null, Invitation: null });

    private static Transition Again(SupervisedCall call, Instant now) => Transition.To(
        call with
        {
            IsRepeated = true,
            StepSince = now,
            Deadline = now + (call.Work is Work.Transfer ? CallDeadlines.Transferring : CallDeadlines.Of(call.Work)),
        },
        RepeatableCommands(call));

    private static bool IsFirstLook(SupervisedCall call) => call.Deadline <= call.StepSince + CallDeadlines.TalkBegun;

    private static Transition? MissedAnswer(SupervisedCall call, Work.Ring ring, ImmutableArray<CallTarget> participants, Instant now) =>
        MissedJoin(call, ring, participants, except: call.First, now) is { } joined ? Talk(call, joined, now) : null;

    /// <summary>The answer's event may be lost, while the one who answered is in the call.</summary>
    /// <param name="except">Somebody who was there before.</param>
    private static Joined? MissedJoin(
        SupervisedCall call, Work.Ring ring, ImmutableArray<CallTarget> participants, CallTarget except, Instant now)
    {
        foreach (var (number, leg) in ring.Legs.Index())
        {
            if (leg.Target != except && participants.Contains(leg.Target))
            {
                return new Joined($"look-{call.Step}", call.Connection!, ContextOfLeg(call, leg, number), now, leg.Target);
            }
        }

        return null;
    }

    /// <summary>One of two has hung up, and the provider leaves the other in silence.</summary>
    private static Transition WhoIsLeft(SupervisedCall call, Roster roster, Instant now)
    {
        // A roster with the partner in it is of the time after the answer; one without may be late, of the time before.
        var left = PartnerLeft(call, roster.Participants) ? roster.At > call.PartnerSince : CallerLeft(call, roster.Participants);
        return left ? HangUp(call, now) : Transition.Nothing(call);
    }

    private static bool SomebodyLeft(SupervisedCall call, ImmutableArray<CallTarget> participants) =>
        PartnerLeft(call, participants) || CallerLeft(call, participants);

    private static bool PartnerLeft(SupervisedCall call, ImmutableArray<CallTarget> participants) =>
        call.Partner is { } partner && !participants.Contains(partner);

    /// <summary>No caller is missed when a telephone that we know nothing of is there: it may be the caller by another name.</summary>
    private static bool CallerLeft(SupervisedCall call, ImmutableArray<CallTarget> participants) =>
        call.First != call.Partner && !participants.Any(each =>
            each == call.First || (each is CallTarget.Telephone or CallTarget.Withheld && each != call.Partner));
}

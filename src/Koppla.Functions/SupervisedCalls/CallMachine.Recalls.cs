using Koppla.Functions.Telephony;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Referrals;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>What becomes of A when C does not take a direct transfer: never silence, never a dropped call without a word.</content>
internal static partial class CallMachine
{
    private const int MostRecalls = 2;

    /// <summary>The failure policy, by the reason.</summary>
    private static Transition CarryOn(SupervisedCall call, LineState state, Instant now)
    {
        var transfer = call.Transfer!;
        return transfer.Policy.For(state) switch
        {
            { Step: FailureStep.TargetRules } => Transition.Decide(
                Failed(call, now) with { Goal = transfer.Goal, Lines = LineStates.Empty.With(transfer.Goal, state) },
                [.. CancelOthers(call, except: null), Unhold(call)]),
            { Step: FailureStep.Number, Number: { } number } when transfer.Goal != number =>
                Transition.Decide(Toward(call, number), [.. CancelOthers(call, except: null)]),
            { Step: FailureStep.Recall or FailureStep.Number } => Recall(call, now),
            _ => Announce(call, ReasonOf(state), now),
        };
    }

    /// <summary>Its own rules decide what rings, while A goes on hearing music. If nobody answers there B is rung again.</summary>
    private static SupervisedCall Toward(SupervisedCall call, Routing.Numbers.PhoneNumber number) => call with
    {
        Goal = number,
        Lines = LineStates.Empty,
        Transfer = call.Transfer! with { Goal = number, TargetUser = null, Policy = TransferPolicy.Recall },
    };

    private static Transition RingInstead(SupervisedCall call, PlannedWork next, string cause, Instant now)
    {
        var told = call with { Cause = cause, Trace = next.Trace, ForwardedBy = [.. call.ForwardedBy.Union(next.ForwardedBy)] };
        if (next.Work is not Work.Ring ring || ring.Without(call.Transfer!.Transferee) is not { } others)
        {
            return Recall(told, now);
        }

        var ringing = NextStep(told, others, Phase.DirectRinging, now) with
        {
            Transfer = call.Transfer with { Goal = ring.Line, TargetUser = ring.User },
        };
        return Transition.To(ringing, [.. Invitations(ringing, others)]);
    }

    /// <summary>B is rung again, while A hears music.</summary>
    private static Transition Recall(SupervisedCall call, Instant now)
    {
        var transfer = call.Transfer!;
        if (transfer.Recall.IsEmpty || transfer.Recalls >= MostRecalls)
        {
            return Announce(call, RefuseReason.NoAnswer, now);
        }

        var ring = new Work.Ring(transfer.Goal, CallDeadlines.RecallSeconds, Trail: null, transfer.Recall);
        var recalling = NextStep(call, ring, Phase.Recalling, now) with
        {
            Transfer = transfer with { State = TransferState.Recalling, Recalls = transfer.Recalls + 1 },
        };
        return Transition.To(recalling, [.. CancelOthers(call, except: null), .. Invitations(recalling, ring)]);
    }

    private static Transition NotRecalled(SupervisedCall call, Instant now) => call.Transfer!.Recalls < MostRecalls
        ? Transition.To(
            call with { Phase = Phase.RecallPause, StepSince = now, Deadline = now + CallDeadlines.BetweenRecalls },
            [.. CancelOthers(call, except: null)])
        : Announce(call, RefuseReason.NoAnswer, now);

    private static RefuseReason ReasonOf(LineState state) => state switch
    {
        LineState.Busy or LineState.Declined => RefuseReason.Busy,
        LineState.NoAnswer => RefuseReason.NoAnswer,
        _ => RefuseReason.NoConnection,
    };

    private static Transition Announce(SupervisedCall call, RefuseReason reason, Instant now)
    {
        var text = Announcements.For(reason, call.Language);
        var words = new Work.Part(new Prompt.Speech(text, call.Language));
        var parting = Failed(call, now) with
        {
            Phase = Phase.Parting,
            Step = call.Step + 1,
            Work = words,
            StepSince = now,
            Deadline = now + CallDeadlines.Of(words),
            Partner = null,
            PartnerUser = null,
        };
        return Transition.To(parting, [.. CancelOthers(call, except: null), Unhold(call), .. CommandsOf(parting, hearsRingback: false)]);
    }

    private static SupervisedCall Failed(SupervisedCall call, Instant now) => call with
    {
        First = call.Transfer!.Transferee,
        FirstUser = call.UserOf(call.Transfer.Transferee),
        Transfer = call.Transfer with { State = TransferState.Failed, EndedAt = now },
    };
}

using Koppla.Functions.Calls;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>
/// The supervised call as a state machine: pure, and defined for every phase and event. Events may come twice, late or in any order:
/// the context of a command tells which step an event answers, and what does not fit the phase changes nothing.
/// </summary>
internal static partial class CallMachine
{
    public static Transition On(SupervisedCall call, CallEvent happened, Instant now)
    {
        if (happened.Id == call.Cause)
        {
            return Transition.Repeat(call, RepeatableCommands(call));
        }

        return (call.Phase, happened) switch
        {
            (Phase.Ended, Connected late) when WasNeverConnected(call) => AnsweredTooLate(call, late),
            (Phase.Ended, _) => Transition.Nothing(call),
            // The announcement found nobody: the caller was gone before it began.
            (Phase.Parting, Disconnected gone) when IsOfStep(call, gone.Context) => Ended(call with { Outcome = null }, CallOutcome.Abandoned, now),
            (_, Disconnected gone) => Ended(call, OutcomeWhenGone(call, gone.Code), now),
            (Phase.Answering, Connected connected) => Start(call, connected, now),
            (Phase.Answering, NotConnected) => Ended(call, CallOutcome.CallerGone, now),
            (Phase.Placing, Connected connected) => OwnDeviceAnswers(call, connected.Connection, connected.At),
            (Phase.Placing, NotJoined failed) => OwnDeviceFails(call, failed, now),
            (Phase.Placing, NotConnected) => NotPlaced(call, why: null, now),
            // We have hung up, and it rings no more.
            (Phase.Ending, NotJoined) when WasNeverConnected(call) => Ended(call, CallOutcome.NotPlaced, now),
            (Phase.Ringing or Phase.Referring or Phase.Parting, Joined joined) => Talk(call, joined, now),
            (Phase.Talking or Phase.Transferring, Joined joined) => DropSecond(call, joined),
            (Phase.Ringing, NotJoined failed) => LegFailed(call, failed, now),
            (Phase.Referring, Played or NotPlayed or PlayStopped) => ReferralHeard(call, happened.Context),
            (Phase.Parting, Played or NotPlayed or PlayStopped) when IsOfStep(call, happened.Context) => HangUp(call, now),
            // Also of an earlier step: somebody has taken the caller after all.
            (Phase.Ringing or Phase.Referring or Phase.Parting or Phase.Transferring, Transferred) => GivenAway(call, now),
            (Phase.Transferring, NotTransferred failed) => TransferFailed(call, failed, now),
            (Phase.Talking, Roster roster) => WhoIsLeft(call, roster, now),
            _ when IsTransferPhase(call.Phase) => OnTransfer(call, happened, now),
            _ => Transition.Nothing(call),
        };
    }

    /// <summary>The first work begins when the call is connected.</summary>
    private static Transition Start(SupervisedCall call, Connected connected, Instant now) => Enter(
        call with { Connection = connected.Connection, ConnectedAt = connected.At, Ringing = null },
        connected.Id,
        now);

    /// <summary>What follows a decision.</summary>
    /// <param name="cause">The event that led to it.</param>
    public static Transition Begin(SupervisedCall call, PlannedWork next, string cause, Instant now) => call.IsSentByPolicy
        ? RingInstead(call, next, cause, now)
        : Enter(
            call with
            {
                Step = call.Step + 1,
                Work = next.Work,
                Reason = next.Reason,
                Target = next.Target ?? call.Target,
                Diversions = next.Diversions,
                Trace = next.Trace,
                ForwardedBy = [.. call.ForwardedBy.Union(next.ForwardedBy)],
            },
            cause,
            now);

    private static Transition Enter(SupervisedCall call, string cause, Instant now)
    {
        var entered = call with
        {
            Phase = PhaseOf(call.Work),
            StepSince = now,
            Deadline = now + CallDeadlines.Of(call.Work),
            IsRepeated = false,
            Cause = cause,
            HearsRingback = call.Work is Work.Ring,
            Outcome = call.Work switch
            {
                // After a transfer that failed the call has been answered, whatever follows.
                _ when call.AnsweredAt is not null => call.Outcome,
                Work.Part => CallOutcome.Unanswered,
                Work.HangUp => CallOutcome.Referred,
                _ => call.Outcome,
            },
        };
        return Transition.To(entered, CommandsOf(entered, hearsRingback: call.HearsRingback));
    }

    private static Phase PhaseOf(Work work) => work switch
    {
        Work.Ring => Phase.Ringing,
        Work.Refer => Phase.Referring,
        Work.Transfer => Phase.Transferring,
        Work.Part => Phase.Parting,
        _ => Phase.Ending,
    };
}

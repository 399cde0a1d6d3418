using Koppla.Functions.Calls;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>Referrals, what follows them, and the last announcement. A prompt that can't be played counts as heard: silence is worse.</content>
internal static partial class CallMachine
{
    private static Transition ReferralHeard(SupervisedCall call, string? context) =>
        call.Work is Work.Refer refer && IsOfStep(call, context) ? Heard(call, refer) : Transition.Nothing(call);

    private static Transition Heard(SupervisedCall call, Work.Refer refer) =>
        Transition.Decide(call with { Lines = call.Lines.WithReferral(refer.Line) });

    private static Transition GivenAway(SupervisedCall call, Instant now) => Transition.To(call with
    {
        Phase = Phase.Ending,
        Outcome = CallOutcome.Transferred,
        Deadline = now + CallDeadlines.Ending,
    });

    private static Transition TransferFailed(SupervisedCall call, NotTransferred failed, Instant now) => (failed.Failure, call.Work) switch
    {
        _ when !IsOfStep(call, failed.Context) => Transition.Nothing(call),
        (LegFailure.NotPermitted, Work.Transfer { OtherCallerId: { } other } transfer) => Enter(
            call with { Step = call.Step + 1, Work = transfer with { CallerId = other, OtherCallerId = null } }, failed.Id, now),
        _ => NotTaken(call, StateOf(failed.Failure, ranOut: false)),
    };

    private static Transition NotTaken(SupervisedCall call, LineState state) => call.Work is Work.Transfer transfer
        ? Transition.Decide(call with { Lines = call.Lines.With(transfer.Destination, state) })
        : Transition.Nothing(call);

    private static Transition HangUp(SupervisedCall call, Instant now) => Transition.To(
        call with { Phase = Phase.Ending, Deadline = now + CallDeadlines.Ending },
        new CallCommand.HangUp(Context(call, "hang-up")));
}

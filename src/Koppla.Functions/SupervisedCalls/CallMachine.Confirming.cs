using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Referrals;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>
/// Whether a person has answered, or a voicemail: whoever answers on a telephone is asked for a key. Meanwhile the others go on ringing,
/// and one who answers on an app has the call.
/// </content>
internal static partial class CallMachine
{
    /// <summary>What says yes.</summary>
    private const char Yes = '1';

    private const string NotConfirmedReason = "not-confirmed";

    private static Transition AskForKey(SupervisedCall call, Instant now)
    {
        var asking = call with
        {
            Phase = Phase.Confirming,
            StepSince = now,
            Deadline = now + CallDeadlines.Confirming,
            IsRepeated = false,
        };
        return Transition.To(asking, Question(asking));
    }

    private static CallCommand.AskForKey Question(SupervisedCall call) => new(
        call.Transfer!.Target!,
        new Prompt.Speech(Announcements.ForKey(call.Language), call.Language),
        QuestionContext(call));

    private static string QuestionContext(SupervisedCall call) => Context(call, $"key-{call.Transfer!.Target!.AsText()}");

    private static bool IsOfQuestion(SupervisedCall call, CallEvent told) =>
        string.Equals(told.Context, QuestionContext(call), StringComparison.Ordinal);

    /// <summary>Of whoever is asked: it has answered.</summary>
    private static bool IsOfTarget(SupervisedCall call, NotJoined failed) =>
        LegOf(call, failed.Context) is var (ring, leg) && ring.Legs[leg].Target == call.Transfer!.Target;

    private static Transition KeyIsPressed(SupervisedCall call, KeyPressed pressed, Instant now)
    {
        var target = call.Transfer!.Target!;
        return pressed.Key == Yes
            ? Taken(call, target, now, [.. CancelOthers(call, target)])
            : NotConfirmed(call, now, [.. RemoveTarget(call)]);
    }

    /// <summary>It may have been a voicemail: whoever else rings may still answer.</summary>
    private static Transition NotConfirmed(SupervisedCall call, Instant now, params ImmutableArray<CallCommand> commands)
    {
        var transfer = call.Transfer!;
        var ring = (Work.Ring)call.Work;
        var legs = ring.Legs
            .Select(leg => leg.Target == transfer.Target ? leg with { Failure = LineState.NoAnswer } : leg)
            .ToImmutableArray();
        var left = call with
        {
            Phase = transfer.State == TransferState.Recalling ? Phase.Recalling : Phase.DirectRinging,
            Work = ring with { Legs = legs },
            StepSince = now,
            Deadline = now + CallDeadlines.Of(ring),
            Transfer = transfer with { Target = null, AnsweredAt = null },
        };
        if (legs.Any(leg => leg.Failure is null))
        {
            return Transition.To(left, commands);
        }

        var failed = TargetFails(left, LineState.NoAnswer, NotConfirmedReason, now);
        return failed with { Commands = [.. commands, .. failed.Commands] };
    }
}

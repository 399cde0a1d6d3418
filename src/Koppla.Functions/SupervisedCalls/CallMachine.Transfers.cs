using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>
/// Transfers: the transferor B gives the transferee A to the target C. While C rings or is consulted A is on hold and hears music.
/// </content>
internal static partial class CallMachine
{
    /// <summary>A call that is handed on for ever must not outgrow its entity.</summary>
    private const int MostEarlier = 4;

    private static bool IsTransferPhase(Phase phase) =>
        phase is Phase.TransferRinging or Phase.Consulting or Phase.DirectRinging or Phase.Confirming or Phase.Recalling or Phase.RecallPause;

    /// <summary>B asks for it. The call must be one that two talk in.</summary>
    public static Transition BeginTransfer(SupervisedCall call, Transfer transfer, Work.Ring ring, Instant now)
    {
        var announced = transfer.Mode == TransferMode.Announced;
        var begun = NextStep(call, ring, announced ? Phase.TransferRinging : Phase.DirectRinging, now) with
        {
            Transfer = transfer,
            EarlierTransfers = Earlier(call, transfer),
            Cause = transfer.Id,
        };
        return Transition.To(begun, TransferCommands(begun));
    }

    /// <summary>B asks for the same once more: whoever died after storing the transfer may not have sent its commands.</summary>
    public static Transition BeginTransferAgain(SupervisedCall call, string transfer) => call.Transfer?.Id == transfer && call.Cause == transfer
        ? Transition.Repeat(call, RepeatableCommands(call))
        : Transition.Nothing(call);

    private static ImmutableArray<Transfer> Earlier(SupervisedCall call, Transfer next) => call.Transfer is { } last && last.By != next.By
        ? [.. call.EarlierTransfers.Where(each => each.By != last.By).TakeLast(MostEarlier - 1), last with { Recall = [] }]
        : call.EarlierTransfers;

    /// <summary>B wants A and C to talk, now or when C answers.</summary>
    public static Transition CompleteTransfer(SupervisedCall call, Instant now) => call.Phase switch
    {
        Phase.TransferRinging when !call.Transfer!.IsFinal => Transition.To(AsDirect(call, now), Remove(call, call.Transfer.Transferor)),
        Phase.Consulting => Completed(call, now, Remove(call, call.Transfer!.Transferor)),
        _ => Transition.Nothing(call),
    };

    /// <summary>B takes A back.</summary>
    public static Transition CancelTransfer(SupervisedCall call, Instant now) => call.Phase switch
    {
        Phase.TransferRinging when !call.Transfer!.IsFinal => Together(call, TransferState.Cancelled, reason: null, now, [.. CancelOthers(call, except: null)]),
        Phase.Consulting => Together(call, TransferState.Cancelled, reason: null, now, [.. RemoveTarget(call)]),
        _ => Transition.Nothing(call),
    };

    /// <summary>An event during a transfer. One that led on is remembered: when it comes again, the commands are sent again.</summary>
    private static Transition OnTransfer(SupervisedCall call, CallEvent happened, Instant now)
    {
        var said = (call.Phase, happened) switch
        {
            (_, Joined joined) => TargetAnswers(call, joined, now),
            (Phase.TransferRinging or Phase.DirectRinging or Phase.Recalling, NotJoined failed) => LegFailed(call, failed, now),
            (Phase.Confirming, NotJoined failed) when !IsOfTarget(call, failed) => LegFailed(call, failed, now),
            (Phase.Confirming, KeyPressed pressed) when IsOfQuestion(call, pressed) => KeyIsPressed(call, pressed, now),
            (Phase.Confirming, NoKeyPressed missed) when IsOfQuestion(call, missed) => NotConfirmed(call, now, [.. RemoveTarget(call)]),
            (_, Roster roster) => WhoLeftTransfer(call, roster, now),
            (_, NotHeld) when IsOfStep(call, happened.Context) => HoldFailed(call, now),
            _ => Transition.Nothing(call),
        };
        var ledOn = said.Changed && !said.Commands.IsEmpty && (said.Call.Phase, said.Call.Step) != (call.Phase, call.Step);
        return ledOn ? said with { Call = said.Call with { Cause = happened.Id } } : said;
    }

    private static ImmutableArray<CallCommand> TransferCommands(SupervisedCall call) => call is { Transfer: { } transfer, Work: Work.Ring ring }
        ?
        [
            new CallCommand.Hold(transfer.Transferee, Context(call, "hold")),
            .. call.Phase == Phase.TransferRinging
                ? (CallCommand[])[new CallCommand.PlayRingbackTo(transfer.Transferor, Context(call, "ringback"))]
                : transfer.State == TransferState.Direct ? [Remove(call, transfer.Transferor)] : [],
            .. Invitations(call, ring),
        ]
        : [];

    private static Transition TargetAnswers(SupervisedCall call, Joined joined, Instant now)
    {
        var (target, transfer) = (WhoOf(call, joined), call.Transfer!);
        var isRecall = transfer.State == TransferState.Recalling;
        var isOldNews = target == transfer.Transferor && !isRecall && !IsOfStep(call, joined.Context);
        if (target is null || target == transfer.Transferee || isOldNews || IsOfBefore(call, joined))
        {
            return Transition.Nothing(call);
        }

        var answered = call with
        {
            Transfer = transfer with { Target = target, AnsweredAt = joined.At },
            Cause = joined.Id,
        };
        return call.Phase switch
        {
            Phase.TransferRinging when transfer.IsFinal => Transition.To(
                WithTarget(answered, now), [StopMedia(call), .. CancelOthers(call, target)]),
            Phase.TransferRinging => Consult(answered, now),
            Phase.Consulting => DropThird(call, target),
            Phase.Confirming when target == transfer.Target || target is CallTarget.Telephone => DropThird(call, target),
            Phase.Confirming => Taken(answered, target, now, [.. RemoveTarget(call), .. CancelOthers(call, target)]),
            _ when transfer.NeedsKey && target is CallTarget.Telephone => AskForKey(answered, now),
            _ => Taken(answered, target, now, [.. CancelOthers(call, target)]),
        };
    }

    /// <summary>The transferee has somebody to talk with: the target, also one that answers late, during a recall; or the transferor.</summary>
    private static Transition Taken(SupervisedCall call, CallTarget by, Instant now, ImmutableArray<CallCommand> commands) =>
        call.Transfer!.State == TransferState.Recalling && IsTransferor(call.Transfer, by)
            ? Recalled(call, by, now, commands)
            : Completed(call, now, commands);

    /// <summary>
    /// An answer of a time before the transfer that is told of again: who gave it may have left since, and be rung again now. An
    /// answer to the present step counts whatever the clocks say, unless it was asked for a key and gave none.
    /// </summary>
    private static bool IsOfBefore(SupervisedCall call, Joined joined) => IsOfStep(call, joined.Context)
        ? call.Transfer!.NeedsKey && joined.At < call.StepSince && LegOf(call, joined.Context) is var (ring, leg) && ring.Legs[leg].Failure is not null
        : joined.At < call.Transfer!.At;

    private static bool IsTransferor(Transfer transfer, CallTarget who) =>
        who == transfer.Transferor || transfer.Recall.Any(leg => leg.Target == who);

    private static Transition Consult(SupervisedCall call, Instant now)
    {
        var consulting = call with
        {
            Phase = Phase.Consulting,
            Transfer = call.Transfer! with { State = TransferState.Consulting },
            StepSince = now,
            Deadline = now + CallDeadlines.TalkBegun,
        };
        return Transition.To(consulting, ConsultCommands(consulting));
    }

    private static ImmutableArray<CallCommand> ConsultCommands(SupervisedCall call) =>
        [StopMedia(call), .. CancelOthers(call, call.Transfer!.Target)];

    /// <summary>Somebody answers who is not needed any more.</summary>
    private static Transition DropThird(SupervisedCall call, CallTarget third) => third == call.Transfer!.Target
        ? Transition.Nothing(call)
        : Transition.Repeat(call, [Remove(call, third)]);

    /// <summary>A and C talk, and B is out of it.</summary>
    private static Transition Completed(SupervisedCall call, Instant now, params ImmutableArray<CallCommand> commands)
    {
        var transfer = call.Transfer!;
        var talking = Talking(call, transfer.Transferee, transfer.Target!, now) with
        {
            FirstUser = call.UserOf(transfer.Transferee),
            PartnerUser = transfer.TargetUser,
            Target = transfer.Target!.AsText(),
            Transfer = transfer with { State = TransferState.Completed, EndedAt = now },
        };
        return Transition.To(talking, [StopMedia(call), Unhold(call), .. commands]);
    }

    /// <summary>Nobody who talks after a transfer stays on hold, and whoever is out of it has left.</summary>
    private static ImmutableArray<CallCommand> AfterTransfer(SupervisedCall call) => call.Transfer switch
    {
        { State: TransferState.Completed } transfer => [Unhold(call), Remove(call, transfer.Transferor)],
        { State: TransferState.Cancelled } => [Unhold(call), .. RemoveTarget(call)],
        { State: TransferState.Failed } => [Unhold(call)],
        _ => [],
    };

    /// <summary>The transferee is not parted from the others, or hears no music.</summary>
    private static Transition HoldFailed(SupervisedCall call, Instant now) => call.Phase switch
    {
        _ when call.Transfer!.IsFinal => Transition.Nothing(call),
        Phase.TransferRinging => Together(call, TransferState.Failed, "hold-failed", now, [.. CancelOthers(call, except: null)]),
        Phase.Consulting => Together(call, TransferState.Failed, "hold-failed", now, [.. RemoveTarget(call)]),
        // The transferor has left: the transferee waits alone, and hears ringback for music.
        _ => Transition.Repeat(call, [Unhold(call), new CallCommand.PlayRingback(Context(call, "ringback-alone"))]),
    };

    /// <summary>A and B talk again.</summary>
    private static Transition Together(
        SupervisedCall call, TransferState state, string? reason, Instant now, params ImmutableArray<CallCommand> commands) => Transition.To(
        Talking(call, call.First, call.Partner!, now) with
        {
            Transfer = call.Transfer! with { State = state, Reason = reason, EndedAt = now },
        },
        [StopMedia(call), Unhold(call), .. commands]);

    private static Transition Recalled(SupervisedCall call, CallTarget transferor, Instant now, ImmutableArray<CallCommand> commands)
    {
        var transfer = call.Transfer!;
        var talking = Talking(call, transfer.Transferee, transferor, now) with
        {
            FirstUser = call.UserOf(transfer.Transferee),
            PartnerUser = transfer.By,
            Transfer = transfer with { State = TransferState.Failed, Transferor = transferor, EndedAt = now },
        };
        return Transition.To(talking, [StopMedia(call), Unhold(call), .. commands]);
    }

    /// <summary>A is gone: B goes on with C.</summary>
    private static Transition Abandoned(SupervisedCall call, Instant now)
    {
        var transfer = call.Transfer! with { State = TransferState.Abandoned, EndedAt = now };
        return call.Phase switch
        {
            Phase.Consulting => Transition.To(WithTarget(call with { Transfer = transfer }, now)),
            Phase.TransferRinging => Transition.To(call with { Transfer = transfer }), // B waits for C
            _ => HangUp(call with { Transfer = transfer }, now),
        };
    }

    private static SupervisedCall WithTarget(SupervisedCall call, Instant now) =>
        Talking(call, call.Transfer!.Transferor, call.Transfer.Target!, now) with
        {
            FirstUser = call.Transfer.By,
            PartnerUser = call.Transfer.TargetUser,
            Target = call.Transfer.Target!.AsText(),
        };

    /// <summary>B has hung up, or asked for it: C still rings, and there is no taking back.</summary>
    private static SupervisedCall AsDirect(SupervisedCall call, Instant now) => call with
    {
        Phase = Phase.DirectRinging,
        Deadline = Instant.Max(call.Deadline, now + CallDeadlines.RingingGrace),
        Transfer = call.Transfer! with { Mode = TransferMode.Direct, State = TransferState.Direct },
    };

    private static Transition TargetFails(SupervisedCall call, LineState state, Instant now) =>
        TargetFails(call, state, Names.Kebab(state), now);

    private static Transition TargetFails(SupervisedCall call, LineState state, string reason, Instant now) => call.Phase switch
    {
        Phase.TransferRinging when call.Transfer!.IsFinal => HangUp(call, now),
        Phase.TransferRinging => Together(call, TransferState.Failed, reason, now, [.. CancelOthers(call, except: null)]),
        Phase.DirectRinging => CarryOn(call with { Transfer = call.Transfer! with { Reason = reason } }, state, now),
        _ => NotRecalled(call, now),
    };

    private static SupervisedCall Talking(SupervisedCall call, CallTarget first, CallTarget partner, Instant now) => call with
    {
        Phase = Phase.Talking,
        First = first,
        Partner = partner,
        Outcome = Calls.CallOutcome.Answered,
        HearsRingback = false,
        StepSince = now,
        PartnerSince = call.Transfer?.AnsweredAt ?? call.PartnerSince,
        Deadline = now + CallDeadlines.TalkBegun,
        IsRepeated = false,
    };

    private static SupervisedCall NextStep(SupervisedCall call, Work.Ring ring, Phase phase, Instant now) => call with
    {
        Phase = phase,
        Step = call.Step + 1,
        Work = ring,
        StepSince = now,
        Deadline = now + CallDeadlines.Of(ring),
        IsRepeated = false,
    };

    private static CallCommand.Unhold Unhold(SupervisedCall call) => new(call.Transfer!.Transferee, Context(call, "unhold"));

    private static CallCommand.Remove Remove(SupervisedCall call, CallTarget who) => new(who, Context(call, $"remove-{who.AsText()}"));

    private static IEnumerable<CallCommand> RemoveTarget(SupervisedCall call) =>
        call.Transfer is { Target: { } target } ? [Remove(call, target)] : [];
}

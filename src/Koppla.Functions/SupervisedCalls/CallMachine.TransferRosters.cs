using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>Who has hung up during a transfer, and what is done when its events never came.</content>
internal static partial class CallMachine
{
    /// <summary>A roster may be late, of a time before those it lacks had joined.</summary>
    private static Transition WhoLeftTransfer(SupervisedCall call, Roster roster, Instant now) =>
        roster.At > (call.Transfer!.AnsweredAt ?? call.PartnerSince) ? WhoLeftTransfer(call, roster.Participants, now) : Transition.Nothing(call);

    private static Transition WhoLeftTransfer(SupervisedCall call, ImmutableArray<CallTarget> participants, Instant now)
    {
        var transfer = call.Transfer!;
        var transfereeLeft = HasLeft(call, transfer.Transferee, participants) && transfer.State != TransferState.Abandoned;
        var transferorLeft = HasLeft(call, transfer.Transferor, participants);
        var targetLeft = transfer.Target is { } target && !participants.Contains(target);
        return call.Phase switch
        {
            Phase.TransferRinging when transferorLeft && transfer.IsFinal => HangUp(call, now),
            Phase.TransferRinging or Phase.Consulting when transfereeLeft && transferorLeft => HangUp(Over(call, now), now),
            Phase.Consulting when transfereeLeft && targetLeft => HangUp(Over(call, now), now),
            _ when transfereeLeft => Abandoned(call, now),
            Phase.TransferRinging when transferorLeft => Transition.To(AsDirect(call, now)),
            Phase.Confirming when targetLeft => NotConfirmed(call, now),
            Phase.Consulting when transferorLeft && targetLeft => TargetFails(AsDirect(call, now), LineState.Declined, now),
            Phase.Consulting when transferorLeft => Completed(call, now),
            Phase.Consulting when targetLeft => Together(call, TransferState.Failed, "target-hung-up", now),
            _ => Transition.Nothing(call),
        };
    }

    /// <summary>The caller may be there by another name: as a telephone that we know nothing of.</summary>
    private static bool HasLeft(SupervisedCall call, CallTarget who, ImmutableArray<CallTarget> participants) =>
        !participants.Contains(who) && !(who == call.Facts.CallerTarget && participants.Any(each => IsUnknownTelephone(call, each)));

    private static bool IsUnknownTelephone(SupervisedCall call, CallTarget who) =>
        who is CallTarget.Telephone or CallTarget.Withheld
        && who != call.Transfer!.Transferor && who != call.Transfer.Transferee && who != call.Transfer.Target
        && (call.Work is not Work.Ring ring || ring.Legs.All(leg => leg.Target != who));

    /// <summary>The deadline of a phase of a transfer has passed.</summary>
    private static Transition TransferOverdue(SupervisedCall call, ImmutableArray<CallTarget> participants, Instant now)
    {
        var left = WhoLeftTransfer(call, participants, now);
        if (left.Changed)
        {
            return left;
        }

        return (call.Phase, call.Work) switch
        {
            (Phase.Consulting, _) => Transition.To(
                call with { Deadline = now + CallDeadlines.Talking }, IsFirstLook(call) ? ConsultCommands(call) : []),
            (Phase.Confirming, _) when !call.IsRepeated => Transition.To(
                call with { IsRepeated = true, Deadline = now + CallDeadlines.Confirming }, Question(call)),
            (Phase.Confirming, _) => NotConfirmed(call, now, [.. RemoveTarget(call)]),
            (Phase.RecallPause, _) => Recall(call, now),
            (_, Work.Ring ring) => MissedTarget(call, ring, participants, now)
                ?? (MayBeUnsent(call, ring) ? Again(call, now) : TargetFails(call, LineState.NoAnswer, now)),
            _ => HangUp(call, now),
        };
    }

    private static Transition? MissedTarget(SupervisedCall call, Work.Ring ring, ImmutableArray<CallTarget> participants, Instant now) =>
        MissedJoin(call, ring, participants, except: call.Transfer!.Transferee, now) is { } joined ? TargetAnswers(call, joined, now) : null;

    /// <summary>All is over, the transfer too.</summary>
    private static SupervisedCall Over(SupervisedCall call, Instant now) => call.Transfer is { IsFinal: false } transfer
        ? call with { Transfer = transfer with { State = TransferState.Abandoned, EndedAt = now } }
        : call;
}

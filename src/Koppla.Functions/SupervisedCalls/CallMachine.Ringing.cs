using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>Devices ring: the first that answers wins, and when none does the call is decided anew.</content>
internal static partial class CallMachine
{
    /// <summary>The order in which the failures of several devices count: what a person did, or was doing, before what a network did.</summary>
    private static readonly ImmutableArray<LineState> Weightiest =
        [LineState.Busy, LineState.Declined, LineState.NoAnswer, LineState.NoConnection];

    private static Transition LegFailed(SupervisedCall call, NotJoined failed, Instant now)
    {
        if (LegOf(call, failed.Context) is not var (ring, number) || ring.Legs[number].Failure is not null)
        {
            return Transition.Nothing(call);
        }

        if (failed.Failure == LegFailure.NotPermitted && ring.Legs[number].CanShowOther)
        {
            return ShowOther(call, ring, number);
        }

        var state = StateOf(failed.Failure, failed.LateMeansNoAnswer && HasRungOut(call, ring, failed.At));
        var legs = ring.Legs.SetItem(number, ring.Legs[number] with { Failure = state });
        var tried = call with { Work = ring with { Legs = legs } };
        if (!legs.All(leg => leg.Failure is not null))
        {
            return Transition.To(tried);
        }

        var weightiest = WeightiestOf(legs);
        return call.Phase == Phase.Ringing
            ? Transition.Decide(tried with { Lines = call.Lines.With(ring.Line, weightiest) })
            : TargetFails(tried, weightiest, now);
    }

    private static LineState WeightiestOf(ImmutableArray<Leg> legs) =>
        Weightiest.First(each => legs.Any(leg => leg.Failure == each));

    private static Transition ShowOther(SupervisedCall call, Work.Ring ring, int number)
    {
        var other = ring.Legs[number] with { ShowsOther = true, Invitation = null };
        var changed = ring with { Legs = ring.Legs.SetItem(number, other) };
        return Transition.To(call with { Work = changed }, InvitationOf(call, changed, other, number));
    }

    /// <summary>Somebody answers. A late answer to an earlier step counts too: a person waits, and the caller looks for one.</summary>
    private static Transition Talk(SupervisedCall call, Joined joined, Instant now)
    {
        var partner = WhoOf(call, joined);
        var talking = call with
        {
            Phase = Phase.Talking,
            Partner = partner,
            PartnerUser = (call.Work as Work.Ring)?.User,
            Outcome = CallOutcome.Answered,
            Target = partner?.AsText() ?? call.Target,
            AnsweredAt = call.AnsweredAt ?? joined.At,
            PartnerSince = joined.At,
            HearsRingback = false,
            StepSince = now,
            Deadline = now + CallDeadlines.TalkBegun,
            Cause = joined.Id,
        };
        return Transition.To(talking, TalkCommands(talking));
    }

    /// <summary>The provider may not say who joined, or not by a name that we know; then the invitation does.</summary>
    private static CallTarget? WhoOf(SupervisedCall call, Joined joined) =>
        joined.Who ?? (LegOf(call, joined.Context) is var (ring, number) ? ring.Legs[number].Target : null);

    /// <summary>Only one can talk with the caller, whose own number is never removed: it could be the caller.</summary>
    private static Transition DropSecond(SupervisedCall call, Joined joined) =>
        WhoOf(call, joined) is { } second && second != call.Partner && second != call.First
        ? Transition.Repeat(call, [Remove(call, second)])
        : Transition.Nothing(call);

    /// <summary>An invitation is known by now: to cancel it, if somebody else has answered meanwhile.</summary>
    public static Transition Invited(SupervisedCall call, string context, string invitation)
    {
        if (LegOf(call, context) is not var (ring, number))
        {
            return Transition.Nothing(call);
        }

        var leg = ring.Legs[number];
        return call.Phase switch
        {
            // What was created is the call itself.
            Phase.Placing when call.Connection is null => Transition.To(call with { Connection = invitation }),
            Phase.Talking when leg.Failure is null && leg.Target != call.Partner =>
                Transition.Repeat(call, [Cancel(call, invitation, number)]),
            Phase.Consulting or Phase.RecallPause when leg.Failure is null && leg.Target != call.Transfer!.Target =>
                Transition.Repeat(call, [Cancel(call, invitation, number)]),
            Phase.Ringing or Phase.TransferRinging or Phase.DirectRinging or Phase.Confirming or Phase.Recalling when leg.Invitation != invitation =>
                Transition.To(call with { Work = ring with { Legs = ring.Legs.SetItem(number, leg with { Invitation = invitation }) } }),
            _ => Transition.Nothing(call),
        };
    }

    private static Transition NobodyAnswered(SupervisedCall call, Work.Ring ring)
    {
        var legs = ring.Legs.Select(leg => leg.Failure is null ? leg with { Failure = LineState.NoAnswer } : leg).ToImmutableArray();
        return Transition.Decide(
            call with { Work = ring with { Legs = legs }, Lines = call.Lines.With(ring.Line, WeightiestOf(legs)) }, [.. CancelOthers(call, except: null)]);
    }

    private static IEnumerable<CallCommand> CancelOthers(SupervisedCall call, CallTarget? except) => call.Work is not Work.Ring ring
        ? []
        : ring.Legs
            .Select((leg, number) => (leg, number))
            .Where(each => each.leg.Target != except && each.leg is { Failure: null, Invitation: not null })
            .Select(each => Cancel(call, each.leg.Invitation!, each.number));

    private static CallCommand.CancelInvitation Cancel(SupervisedCall call, string invitation, int number) =>
        new(invitation, Context(call, $"cancel-{number}"));

    private static bool HasRungOut(SupervisedCall call, Work.Ring ring, Instant at) =>
        at - call.StepSince >= Duration.FromSeconds(ring.Seconds - 1);

    private static LineState StateOf(LegFailure failure, bool ranOut) => failure switch
    {
        _ when ranOut => LineState.NoAnswer,
        LegFailure.Busy => LineState.Busy,
        LegFailure.Declined => LineState.Declined,
        LegFailure.NoAnswer or LegFailure.Cancelled => LineState.NoAnswer,
        _ => LineState.NoConnection,
    };
}

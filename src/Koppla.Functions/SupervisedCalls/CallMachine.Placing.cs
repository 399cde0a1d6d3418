using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <content>
/// A user places a call: the own device rings first, and whom the user calls when that has answered. Who that is, is decided then, by
/// the rules of that moment.
/// </content>
internal static partial class CallMachine
{
    private const string OwnDevice = "own-device";

    /// <summary>The call has been claimed.</summary>
    public static Transition Place(SupervisedCall call) =>
        call.Phase == Phase.Placing ? Transition.Repeat(call, PlacingCommands(call)) : Transition.Nothing(call);

    private static ImmutableArray<CallCommand> PlacingCommands(SupervisedCall call) =>
        call.Work is Work.Ring { Legs: [var own, ..] } ? [new CallCommand.Create(own, ContextOfLeg(call, own, 0))] : [];

    private static Transition OwnDeviceAnswers(SupervisedCall call, string connection, Instant at) =>
        Transition.Decide(call with { Connection = connection, ConnectedAt = at });

    private static Transition OwnDeviceFails(SupervisedCall call, NotJoined failed, Instant now)
    {
        if (LegOf(call, failed.Context) is not var (ring, number))
        {
            return Transition.Nothing(call);
        }

        var isForbidden = failed.Failure == LegFailure.NotPermitted;
        if (isForbidden && ring.Legs[number].CanShowOther)
        {
            var legs = ring.Legs.SetItem(number, ring.Legs[number] with { ShowsOther = true });
            var other = call with { Connection = null, Work = ring with { Legs = legs } };
            return Transition.To(other, PlacingCommands(other));
        }

        var state = StateOf(failed.Failure, failed.LateMeansNoAnswer && HasRungOut(call, ring, failed.At));
        return NotPlaced(call, isForbidden ? "not-permitted" : Names.Kebab(state), now);
    }

    /// <param name="why">Null: nobody knows.</param>
    private static Transition NotPlaced(SupervisedCall call, string? why, Instant now) =>
        Ended(call with { Reason = why is null ? OwnDevice : $"{OwnDevice}-{why}" }, CallOutcome.NotPlaced, now);

    private static bool WasNeverConnected(SupervisedCall call) => call is { Facts.PlacedBy: not null, ConnectedAt: null };

    /// <summary>Its own device answers a call that was given up: nobody is to sit there in silence.</summary>
    private static Transition AnsweredTooLate(SupervisedCall call, Connected connected) => Transition.Repeat(
        call with { Connection = connected.Connection }, [new CallCommand.HangUp(Context(call, "hang-up-late"))]);

    private static Transition PlacingOverdue(SupervisedCall call, ConnectionState? look, Instant now)
    {
        var rungOut = call.StepSince + Duration.FromSeconds(call.Work is Work.Ring ring ? ring.Seconds : CallDeadlines.OwnDeviceSeconds);
        return look switch
        {
            { Presence: ConnectionPresence.Gone } => NotPlaced(call, why: null, now),
            { Presence: ConnectionPresence.Connected, Participants: [_, ..] } => OwnDeviceAnswers(call, call.Connection!, now),
            { Presence: ConnectionPresence.Connected } when now < rungOut => Transition.To(call with { Deadline = rungOut }),
            { Presence: ConnectionPresence.Connected } =>
                HangUp(call with { Outcome = CallOutcome.NotPlaced, Reason = $"{OwnDevice}-no-answer" }, now),
            // Not named: it may never have been asked for.
            null when now < rungOut => Transition.To(call with { Deadline = now + CallDeadlines.Answering }, PlacingCommands(call)),
            null => NotPlaced(call, why: null, now),
            _ when now - call.StepSince > CallDeadlines.GiveUpAnswering => HangUp(call with { Outcome = CallOutcome.NotPlaced }, now),
            _ => Transition.To(call with { Deadline = now + CallDeadlines.Again }),
        };
    }
}

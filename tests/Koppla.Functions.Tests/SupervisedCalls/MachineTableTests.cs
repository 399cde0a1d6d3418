using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What every event does in every phase, whichever step it answers. What is not in the table does nothing.</summary>
public sealed class MachineTableTests
{
    private const string Present = "of the present step";
    private const string Older = "of an older step";
    private const string WithoutContext = "without context";
    private const string UnknownLeg = "of an unknown leg";

    private static readonly string[] Any = [Present, Older, WithoutContext, UnknownLeg];
    private static readonly string[] OfStep = [Present, UnknownLeg];

    /// <summary>One event of each kind, with a context. The one who joins is at the second device.</summary>
    private static readonly Dictionary<Type, Func<string?, CallEvent>> Events = new()
    {
        [typeof(Connected)] = context => new Connected("id", TestCalls.Connection, context, TestCalls.Now),
        [typeof(NotConnected)] = context => new NotConnected("id", TestCalls.Connection, context, TestCalls.Now, "487/0"),
        [typeof(Disconnected)] = context => new Disconnected("id", TestCalls.Connection, context, TestCalls.Now, "0/540000"),
        [typeof(Joined)] = context => new Joined("id", TestCalls.Connection, context, TestCalls.Now, TestCalls.Desk),
        [typeof(NotJoined)] = context =>
            new NotJoined("id", TestCalls.Connection, context, TestCalls.Now, TestCalls.Desk, LegFailure.NoAnswer, "487/10004", LateMeansNoAnswer: false),
        [typeof(InvitationCancelled)] = context => new InvitationCancelled("id", TestCalls.Connection, context, TestCalls.Now, "invitation-1"),
        [typeof(InvitationNotCancelled)] = context => new InvitationNotCancelled("id", TestCalls.Connection, context, TestCalls.Now, "invitation-1"),
        [typeof(Played)] = context => new Played("id", TestCalls.Connection, context, TestCalls.Now),
        [typeof(NotPlayed)] = context => new NotPlayed("id", TestCalls.Connection, context, TestCalls.Now, "400/8536"),
        [typeof(PlayStopped)] = context => new PlayStopped("id", TestCalls.Connection, context, TestCalls.Now),
        [typeof(Roster)] = context => new Roster("id", TestCalls.Connection, context, TestCalls.Now, [TestCalls.Caller], 7),
        [typeof(Transferred)] = context => new Transferred("id", TestCalls.Connection, context, TestCalls.Now),
        [typeof(NotTransferred)] = context =>
            new NotTransferred("id", TestCalls.Connection, context, TestCalls.Now, LegFailure.NoAnswer, "408/10057", LateMeansNoAnswer: false),
        [typeof(KeyPressed)] = context => new KeyPressed("id", TestCalls.Connection, context, TestCalls.Now, '1'),
        [typeof(NoKeyPressed)] = context => new NoKeyPressed("id", TestCalls.Connection, context, TestCalls.Now, "400/8510"),
        [typeof(NotHeld)] = context => new NotHeld("id", TestCalls.Connection, context, TestCalls.Now, "400/8536"),
    };

    private static readonly Row[] Table =
    [
        new(typeof(Connected), Any, Phase.Answering, "Ringing: play-ringback, invite, invite"),

        new(typeof(Connected), Any, Phase.Placing, "Placing?"),

        new(typeof(NotConnected), Any, Phase.Answering, "Ended CallerGone"),
        new(typeof(NotConnected), Any, Phase.Placing, "Ended NotPlaced"),

        new(typeof(Disconnected), Any, Phase.Answering, "Ended CallerGone"),
        new(typeof(Disconnected), Any, Phase.Placing, "Ended NotPlaced"),
        // A provider may let the devices ring on.
        new(typeof(Disconnected), Any, Phase.Ringing, "Ended Abandoned: hang-up"),
        new(typeof(Disconnected), Any, Phase.Referring, "Ended Abandoned"),
        new(typeof(Disconnected), Any, Phase.Transferring, "Ended Abandoned"),
        new(typeof(Disconnected), Any, Phase.Talking, "Ended Answered"),
        new(typeof(Disconnected), [Older, WithoutContext], Phase.Parting, "Ended Unanswered"),
        // Our own announcement was refused, for the caller was gone before it.
        new(typeof(Disconnected), OfStep, Phase.Parting, "Ended Abandoned"),
        new(typeof(Disconnected), Any, Phase.Ending, "Ended Referred"),

        new(typeof(Joined), Any, Phase.Ringing, "Talking: stop-media, cancel-invitation"),
        new(typeof(Joined), Any, Phase.Referring, "Talking: stop-media"),
        new(typeof(Joined), Any, Phase.Parting, "Talking: stop-media"),
        new(typeof(Joined), Any, Phase.Talking, "again remove"),
        new(typeof(Joined), Any, Phase.Transferring, "again remove"),

        new(typeof(NotJoined), [Present], Phase.Placing, "Ended NotPlaced"),
        // The first device still rings.
        new(typeof(NotJoined), [Present], Phase.Ringing, "Ringing"),

        new(typeof(Played), OfStep, Phase.Referring, "Referring?"),
        new(typeof(NotPlayed), OfStep, Phase.Referring, "Referring?"),
        new(typeof(PlayStopped), OfStep, Phase.Referring, "Referring?"),
        new(typeof(Played), OfStep, Phase.Parting, "Ending: hang-up"),
        new(typeof(NotPlayed), OfStep, Phase.Parting, "Ending: hang-up"),
        new(typeof(PlayStopped), OfStep, Phase.Parting, "Ending: hang-up"),

        // One of two has left.
        new(typeof(Roster), Any, Phase.Talking, "Ending: hang-up"),

        // Also of a step that was given up: somebody has taken the caller.
        new(typeof(Transferred), Any, Phase.Ringing, "Ending"),
        new(typeof(Transferred), Any, Phase.Referring, "Ending"),
        new(typeof(Transferred), Any, Phase.Transferring, "Ending"),
        new(typeof(Transferred), Any, Phase.Parting, "Ending"),

        new(typeof(NotTransferred), OfStep, Phase.Transferring, "Transferring?"),

        // During transfers. The one who joins is another than the target: one of its devices, as far as we know.
        new(typeof(Disconnected), Any, Phase.TransferRinging, "Ended Answered: hang-up"),
        new(typeof(Disconnected), Any, Phase.Consulting, "Ended Answered: hang-up"),
        new(typeof(Disconnected), Any, Phase.DirectRinging, "Ended Answered: hang-up"),
        new(typeof(Disconnected), Any, Phase.Confirming, "Ended Answered: hang-up"),
        new(typeof(Disconnected), Any, Phase.Recalling, "Ended Answered: hang-up"),
        new(typeof(Disconnected), Any, Phase.RecallPause, "Ended Answered: hang-up"),
        new(typeof(Joined), Any, Phase.TransferRinging, "Consulting: stop-media, cancel-invitation"),
        new(typeof(Joined), Any, Phase.Consulting, "again remove"),
        new(typeof(Joined), Any, Phase.DirectRinging, "Talking: stop-media, unhold, cancel-invitation"),
        new(typeof(Joined), Any, Phase.Confirming, "again remove"),
        new(typeof(Joined), Any, Phase.Recalling, "Talking: stop-media, unhold, cancel-invitation"),
        new(typeof(Joined), Any, Phase.RecallPause, "Talking: stop-media, unhold, cancel-invitation"),
        new(typeof(NotJoined), [Present], Phase.TransferRinging, "Talking: stop-media, unhold"),
        new(typeof(NotJoined), [Present], Phase.DirectRinging, "Recalling: invite"),
        new(typeof(NotJoined), [Present], Phase.Recalling, "RecallPause"),
        // The transferee alone: all others have hung up.
        new(typeof(Roster), Any, Phase.TransferRinging, "DirectRinging"),
        new(typeof(Roster), Any, Phase.Consulting, "Recalling: cancel-invitation, invite"),
        new(typeof(Roster), Any, Phase.Confirming, "Recalling: invite"),
        new(typeof(KeyPressed), [Present], Phase.Confirming, "Talking: stop-media, unhold"),
        new(typeof(NoKeyPressed), [Present], Phase.Confirming, "Recalling: remove, invite"),
        new(typeof(NotHeld), OfStep, Phase.TransferRinging, "Talking: stop-media, unhold, cancel-invitation"),
        new(typeof(NotHeld), OfStep, Phase.Consulting, "Talking: stop-media, unhold, remove"),
        new(typeof(NotHeld), OfStep, Phase.DirectRinging, "again unhold, play-ringback"),
        new(typeof(NotHeld), OfStep, Phase.Confirming, "again unhold, play-ringback"),
        new(typeof(NotHeld), OfStep, Phase.Recalling, "again unhold, play-ringback"),
        new(typeof(NotHeld), OfStep, Phase.RecallPause, "again unhold, play-ringback"),

        // They are told for completeness; what they are about ends in its own event.
        new(typeof(InvitationCancelled), [], Phase.Talking, TransitionText.Nothing),
        new(typeof(InvitationNotCancelled), [], Phase.Talking, TransitionText.Nothing),
    ];

    public static TheoryData<string> Kinds => [.. KindsOfEvents().Select(kind => kind.Name)];

    [Fact]
    public void Every_kind_of_event_is_in_the_table()
    {
        Assert.Equal(KindsOfEvents().Select(kind => kind.Name), Table.Select(row => row.Event.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(KindsOfEvents().Select(kind => kind.Name), Events.Keys.Select(kind => kind.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_does_in_every_phase_what_the_table_says(string kind)
    {
        var (type, make) = Events.Single(each => each.Key.Name == kind);
        var cells =
            from phase in Enum.GetValues<Phase>()
            from variant in Any
            let row = Table.SingleOrDefault(each => each.Event == type && each.Phase == phase && each.Variants.Contains(variant))
            select (phase, variant, expected: row?.Then ?? TransitionText.Nothing);

        Assert.All(cells, cell => Assert.Equal(
            (cell.phase, cell.variant, cell.expected),
            (cell.phase, cell.variant, TransitionText.Of(
                CallMachine.On(TestCalls.In(cell.phase), make(ContextFor(cell.phase, cell.variant, type)), TestCalls.Now)))));
    }

    private static IEnumerable<Type> KindsOfEvents() => typeof(CallEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CallEvent)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static string? ContextFor(Phase phase, string variant, Type kind) => (variant, phase) switch
    {
        (WithoutContext, _) => null,
        (UnknownLeg, _) => "2.7",
        _ when kind == typeof(KeyPressed) || kind == typeof(NoKeyPressed) => $"{(variant == Present ? 2 : 1)}.key-{TestCalls.Target.AsText()}",
        (_, Phase.Referring or Phase.Parting) => variant == Present ? "2.say" : "1.say",
        (_, Phase.Transferring) => variant == Present ? "2.transfer" : "1.transfer",
        (_, Phase.Placing or Phase.TransferRinging or Phase.Consulting or Phase.DirectRinging or Phase.Confirming or Phase.Recalling or Phase.RecallPause) =>
            variant == Present ? "2.0" : "1.0",
        _ => variant == Present ? "2.1" : "1.1",
    };

    private sealed record Row(Type Event, string[] Variants, Phase Phase, string Then);
}

using System.Collections.Immutable;
using CsCheck;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What holds for the machine whatever is told, however often and in whichever order.</summary>
public sealed class MachinePropertyTests
{
    private const int MostEvents = 40;
    private const int MostStories = 1000;

    private static readonly string?[] Contexts =
        [null, "1.0", "1.1", "2.0", "2.1", "2.0.other", "3.0", "3.1", "1.say", "2.say", "3.say", "1.transfer", "2.transfer", "3.transfer", "1.ringback"];

    private static readonly CallTarget?[] People = [TestCalls.App, TestCalls.Desk, TestCalls.Caller, null];

    private static readonly Gen<LegFailure> Failures = Gen.OneOf(Enum.GetValues<LegFailure>());

    /// <summary>Few ids, so that many events come twice.</summary>
    private static readonly Gen<CallEvent> Event = Gen.Select(
        Gen.Int[0, 12], Gen.Int[0, 30], Gen.OneOf(Contexts), Gen.OneOf(People), Failures, Gen.Int[0, 7], EventOf);

    private static readonly Gen<Work> NextWork = Gen.OneOf<Work>([
        TestCalls.Ring with { Legs = [.. TestCalls.Ring.Legs.Select(leg => leg with { Invitation = null })] },
        new Work.Ring(Numbers.Outside, 30, "46846500420", [new Leg(TestCalls.Desk, Numbers.Caller, Numbers.Fixed)]),
        new Work.Refer(Numbers.Fixed, new Prompt.Speech("Anna är på lunch.", Language.Swedish)),
        new Work.Refer(Numbers.Fixed, new Prompt.Sound(new Uri("https://sounds.example/a.wav"))),
        new Work.Transfer(Numbers.Outside, Numbers.Caller, Numbers.Fixed, "46846500420"),
        new Work.Part(new Prompt.Speech("Sorry.", Language.English)),
        new Work.HangUp(),
    ]);

    private static readonly Gen<(Work First, Beginning Beginning, (CallEvent Happened, Work Next, bool Twice)[] Story)> Stories = Gen.Select(
        NextWork, Gen.OneOf(Enum.GetValues<Beginning>()), Gen.Select(Event, NextWork, Gen.Bool).Array[1, MostEvents]);

    private enum Beginning
    {
        ComesIn,
        IsPlacedAndConnected,
        IsPlaced,
    }

    [Fact]
    public void An_ended_call_stays_as_it_is_and_nothing_is_sent_any_more() => Run((_, before, happened, after) =>
    {
        if (before is { Phase: Phase.Ended, Facts.PlacedBy: not null, ConnectedAt: null } && happened is Connected)
        {
            Assert.Equal("again hang-up", TransitionText.Of(after));
        }
        else if (before.Phase == Phase.Ended)
        {
            Assert.Equal(TransitionText.Nothing, TransitionText.Of(after));
        }
        else if (after.Call.Phase == Phase.Ended)
        {
            Assert.All(after.Commands, command => Assert.IsType<CallCommand.HangUp>(command));
        }
    });

    [Fact]
    public void An_outcome_is_there_when_a_call_ends() => Run((_, _, _, after) =>
        Assert.True(after.Call.Phase != Phase.Ended || after.Call is { Outcome: not null, EndedAt: not null }));

    [Fact]
    public void Who_talks_with_the_caller_stays_the_partner_and_nobody_is_invited_any_more() => Run((_, before, _, after) =>
    {
        if (before.Phase == Phase.Talking)
        {
            Assert.Equal(before.Partner, after.Call.Partner);
            Assert.DoesNotContain(after.Commands, command => command is CallCommand.Invite or CallCommand.Play or CallCommand.PlayRingback or CallCommand.Transfer);
            Assert.DoesNotContain(after.Commands, command => command is CallCommand.Remove { Who: var who } && who == before.Partner);
        }
    });

    [Fact]
    public void The_caller_is_never_removed() => Run((first, _, _, after) =>
        Assert.DoesNotContain(after.Commands, command => command is CallCommand.Remove { Who: var who } && who == first.Facts.CallerTarget));

    [Fact]
    public void The_first_who_answers_leaves_no_known_invitation_ringing() => Run((_, before, _, after) =>
    {
        if (before.Phase == Phase.Ringing && after.Call is { Phase: Phase.Talking, Work: Work.Ring ring })
        {
            var ringing = ring.Legs.Where(leg => leg is { Failure: null, Invitation: not null } && leg.Target != after.Call.Partner);
            Assert.Equal(
                ringing.Select(leg => leg.Invitation), after.Commands.OfType<CallCommand.CancelInvitation>().Select(cancel => cancel.Invitation));
        }
    });

    [Fact]
    public void An_event_that_comes_twice_changes_nothing_more_and_sends_at_most_the_same_again() => Run((_, _, happened, after) =>
    {
        var again = CallMachine.On(after.Call, happened, TestCalls.Now);

        Assert.False(again.Changed);
        // Ringback that goes on from step to step begins anew, which does no harm; the caller would hear nothing if it had never begun.
        Assert.Subset(Names(after.Commands), Names(again.Commands.Where(command => command is not CallCommand.PlayRingback)));
    }, onlyFresh: true);

    [Fact]
    public void A_command_that_is_sent_again_has_the_same_name_and_a_new_one_another() => Sample(story =>
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Play(story, (_, _, _, after) =>
        {
            foreach (var command in after.Commands)
            {
                var what = $"{command with { Context = "" }}";
                Assert.Equal(what, names.GetValueOrDefault(command.Context, what));
                names[command.Context] = what;
            }
        });
    });

    [Fact]
    public void Whatever_a_call_has_become_is_the_same_when_it_is_read_again() => Run((_, _, _, after) =>
    {
        var call = after.Call.WithNotes(after.Commands);

        var entity = SupervisedCallMapping.ToEntity(call);
        var read = SupervisedCallMapping.FromEntity(entity);

        Assert.Equivalent(call, read, strict: true);
        Assert.Equal(entity["Deadline"], call.Deadline.ToDateTimeOffset());
        Assert.Equal(entity, SupervisedCallMapping.ToEntity(read));
    }, stories: 60);

    private static HashSet<string> Names(IEnumerable<CallCommand> commands) =>
        commands.Select(command => command.Context).ToHashSet(StringComparer.Ordinal);

    private static void Run(Action<SupervisedCall, SupervisedCall, CallEvent, Transition> check, bool onlyFresh = false, int stories = MostStories) =>
        Sample(story => Play(story, check, onlyFresh), stories);

    private static void Sample(Action<(Work First, Beginning Beginning, (CallEvent Happened, Work Next, bool Twice)[] Story)> check, int stories = MostStories) =>
        Stories.Sample(check, iter: stories, threads: 1);

    /// <summary>Tells the story, and shows each turn with the call as it was at the beginning, before the event, and after it and what was decided.</summary>
    private static void Play(
        (Work First, Beginning Beginning, (CallEvent Happened, Work Next, bool Twice)[] Story) story,
        Action<SupervisedCall, SupervisedCall, CallEvent, Transition> check,
        bool onlyFresh = false)
    {
        var first = story.Beginning == Beginning.ComesIn
            ? TestCalls.In(Phase.Answering) with { Step = 1, Work = story.First, Cause = null }
            : TestCalls.In(Phase.Placing) with { Step = 1 };
        var call = first;
        if (story.Beginning != Beginning.IsPlaced)
        {
            Turn(new Connected("connected", TestCalls.Connection, "answer", TestCalls.Now), story.First);
        }

        foreach (var (happened, next, twice) in story.Story)
        {
            Turn(happened, next);
            if (twice)
            {
                Turn(happened, next);
            }
        }

        void Turn(CallEvent happened, Work next)
        {
            var said = CallMachine.On(call, happened, TestCalls.Now);
            if (said.NeedsDecision)
            {
                var begun = CallMachine.Begin(said.Call, new PlannedWork(next, "rings", null, 1, []), happened.Id, TestCalls.Now);
                said = begun with { Commands = [.. said.Commands, .. begun.Commands] };
            }

            if (!onlyFresh || said.Changed)
            {
                check(first, call, happened, said);
            }

            call = said.Call;
        }
    }

    private static CallEvent EventOf(int kind, int id, string? context, CallTarget? who, LegFailure failure, int present)
    {
        var (name, at) = ($"event-{kind}-{id}", TestCalls.Now + Duration.FromSeconds(id - 15));
        ImmutableArray<CallTarget> participants = [.. People.OfType<CallTarget>().Where((_, number) => (present & (1 << number)) != 0)];
        return kind switch
        {
            0 => new Connected(name, TestCalls.Connection, context, at),
            1 => new NotConnected(name, TestCalls.Connection, context, at, "487/0"),
            2 when id < 3 => new Disconnected(name, TestCalls.Connection, context, at, id == 0 ? "200/7015" : "0/540000"),
            3 => new Joined(name, TestCalls.Connection, context, at, who),
            4 or 5 => new NotJoined(name, TestCalls.Connection, context, at, who, failure, "code", LateMeansNoAnswer: id % 2 == 0),
            6 => new InvitationCancelled(name, TestCalls.Connection, context, at, "invitation-0"),
            7 => new InvitationNotCancelled(name, TestCalls.Connection, context, at, "invitation-0"),
            8 => new Played(name, TestCalls.Connection, context, at),
            9 => id % 2 == 0 ? new NotPlayed(name, TestCalls.Connection, context, at, "code") : new PlayStopped(name, TestCalls.Connection, context, at),
            10 => new Roster(name, TestCalls.Connection, null, at, participants, id),
            11 => new Transferred(name, TestCalls.Connection, context, at),
            _ => new NotTransferred(name, TestCalls.Connection, context, at, failure, "code", LateMeansNoAnswer: false),
        };
    }
}

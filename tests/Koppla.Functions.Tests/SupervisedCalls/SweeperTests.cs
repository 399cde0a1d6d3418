using Azure.Data.Tables;
using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What the sweeper does about calls whose events never came.</summary>
public sealed class SweeperTests : IAsyncLifetime
{
    private static readonly NumberRule Conditional = NumberRule.Ring with
    {
        OnBusy = new ConditionalRule(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true),
    };

    private readonly Exchange exchange = new();

    private SupervisedCall Call => Assert.Single(exchange.SupervisedCalls);

    public async ValueTask InitializeAsync()
    {
        await exchange.OrganisationAsync();
        await exchange.UserAsync(Conditional, Exchange.App);
        await exchange.CallAsync(Numbers.Fixed);
    }

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nobody_is_disturbed_before_the_deadline()
    {
        await SweepAfterAsync(CallDeadlines.Answering);

        Assert.Equal(["answer"], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_call_that_was_answered_and_never_told_of_is_answered_again_with_the_same_command_and_goes_on()
    {
        SeeInCall(TestCalls.Caller);

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(["answer", "answer"], exchange.Provider.Asked.Take(2));
        Assert.Single(exchange.Provider.Sent.Take(2).Select(command => command.Id).Distinct());
        Assert.Equal((Phase.Ringing, FakeProvider.Connection), (Call.Phase, Call.Connection));
        Assert.Null(Call.Ringing);
    }

    // Commands to a call that was just being connected were refused as if it were over, and it was recorded as over while it began.
    [Fact]
    public async Task A_call_that_is_just_being_connected_is_given_time()
    {
        SeeInCall();

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(Phase.Answering, Call.Phase);
        await exchange.ConnectAsync();
        Assert.Equal(Phase.Ringing, Call.Phase);
    }

    [Fact]
    public async Task A_connected_caller_without_a_name_is_believed_a_round_later()
    {
        SeeInCall();

        await SweepAfterAsync(Duration.FromSeconds(10));
        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(Phase.Ringing, Call.Phase);
    }

    [Theory]
    [InlineData(CommandStatus.CallGone, CallOutcome.CallerGone)]
    [InlineData(CommandStatus.Refused, CallOutcome.ProviderRefused)]
    public async Task A_call_that_can_be_answered_no_more_ends_with_its_record(object status, object outcome)
    {
        AnswerWith((CommandStatus)status);

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(Phase.Ended, Call.Phase);
        Assert.Equal((CallOutcome)outcome, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_provider_that_gives_no_answer_is_asked_again_until_the_call_can_ring_no_more()
    {
        AnswerWith(CommandStatus.Unknown);
        var asked = 0;
        while (Call.Phase == Phase.Answering)
        {
            await SweepAfterAsync(Duration.FromSeconds(10));
            Assert.True(++asked < 20, "It is asked for ever.");
        }

        Assert.InRange(asked, 5, 12);
        Assert.Equal(CallOutcome.Lost, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_call_that_is_gone_ends_with_its_record()
    {
        await exchange.ConnectAsync();
        exchange.Provider.State = new ConnectionState(ConnectionPresence.Gone, []);

        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal(Phase.Ended, Call.Phase);
        Assert.Equal(CallOutcome.Abandoned, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_call_of_which_the_provider_cannot_tell_is_looked_at_again_a_little_later()
    {
        await exchange.ConnectAsync();
        exchange.Provider.State = new ConnectionState(ConnectionPresence.Unknown, []);

        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal((Phase.Ringing, exchange.Clock.GetCurrentInstant() + CallDeadlines.Again), (Call.Phase, Call.Deadline));
    }

    [Fact]
    public async Task Two_who_talk_are_looked_at_and_the_one_whose_partner_has_left_is_let_go()
    {
        await exchange.ConnectAsync();
        await exchange.TellAsync(_ => new Joined("joined", FakeProvider.Connection, "1.0", exchange.Clock.GetCurrentInstant(), TestCalls.App));
        SeeInCall(TestCalls.Caller, TestCalls.App);
        await SweepAfterAsync(CallDeadlines.TalkBegun + Duration.FromSeconds(1));
        Assert.Equal(Phase.Talking, Call.Phase);

        SeeInCall(TestCalls.Caller);
        await SweepAfterAsync(CallDeadlines.Talking + Duration.FromSeconds(1));

        Assert.Equal(Phase.Ending, Call.Phase);
        Assert.Equal("hang up", exchange.Provider.Asked.Last());
    }

    [Fact]
    public async Task Hanging_up_is_repeated_under_new_ids_until_the_call_is_gone()
    {
        await exchange.ConnectAsync();
        await exchange.TellAsync(_ => new Joined("joined", FakeProvider.Connection, "1.0", exchange.Clock.GetCurrentInstant(), TestCalls.App));
        SeeInCall(TestCalls.Caller);
        for (var round = 0; round < 4; round++)
        {
            await SweepAfterAsync(Duration.FromMinutes(1));
        }

        var ids = exchange.Provider.Sent.Where(command => command.What == "hang up").Select(command => command.Id).ToArray();
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task An_ended_call_is_kept_for_late_events_and_then_removed()
    {
        await exchange.ConnectAsync();
        await exchange.TellAsync(_ => new Disconnected("left", FakeProvider.Connection, null, exchange.Clock.GetCurrentInstant(), ""));
        await SweepAfterAsync(CallDeadlines.Kept);
        Assert.Single(exchange.Storage.In("supervisedcalls"));

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Empty(exchange.Storage.In("supervisedcalls"));
        Assert.Single(exchange.Records);
    }

    [Fact]
    public async Task An_event_that_comes_while_the_provider_is_asked_goes_before_the_look()
    {
        await exchange.ConnectAsync();
        SeeInCall(TestCalls.Caller);
        exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);
        var reads = 0;
        exchange.Storage.BeforeRead = async (table, _) =>
        {
            if (table == "supervisedcalls" && ++reads == 2)
            {
                await exchange.TellAsync(_ => new Joined("joined", FakeProvider.Connection, "1.0", exchange.Clock.GetCurrentInstant(), TestCalls.App));
            }
        };

        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal(Phase.Talking, Call.Phase);
    }

    // One that cannot be read, or that no code expects, kept the sweeper from all that came after it.
    [Theory]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("""{"secret":"s","correlationId":"c","at":"2026-11-03T13:10:00Z","called":"+46846500420","trail":"","phase":"answering","work":{"kind":"hang-up"},"step":1,"stepSince":"2026-11-03T13:10:00Z","deadline":"2026-11-03T13:10:00Z","reason":"","diversions":0}""")]
    [InlineData("""{"secret":"s","correlationId":"c","at":"2026-11-03T13:10:00Z","called":"+46846500420","trail":"","phase":"parting","work":{"kind":"part","sound":"no address"},"step":1,"stepSince":"2026-11-03T13:10:00Z","deadline":"2026-11-03T13:10:00Z","reason":"","diversions":0}""")]
    [InlineData("""{"secret":"s","correlationId":"c","at":"2026-11-03T13:10:00Z","called":"+46846500420","trail":"","phase":"ringing","work":{"kind":"ring","number":"+46846500420"},"step":1,"stepSince":"2026-11-03T13:10:00Z","deadline":"2026-11-03T13:10:00Z","reason":"","diversions":0}""")]
    public async Task A_call_that_cannot_be_read_does_not_keep_the_others_waiting(string document)
    {
        foreach (var id in new[] { "0000000000000000000-0000000000000000", "9999999999999999999-ffffffffffffffff" })
        {
            exchange.Storage.Put("supervisedcalls", new TableEntity(id, "call")
            {
                ["Deadline"] = TestCall.Now.ToDateTimeOffset(),
                ["State"] = document,
            });
        }

        SeeInCall(TestCalls.Caller);

        await SweepAfterAsync(Duration.FromSeconds(10));

        var id0 = Assert.Single(exchange.Storage.In("supervisedcalls"), entity => !entity.PartitionKey.StartsWith("0000", StringComparison.Ordinal) && !entity.PartitionKey.StartsWith("9999", StringComparison.Ordinal)).PartitionKey;
        Assert.Equal(Phase.Ringing, (await exchange.Supervised.ReadAsync(id0, TestContext.Current.CancellationToken))!.Value.Phase);
    }

    [Fact]
    public async Task A_sweep_of_many_calls_sees_to_each()
    {
        for (var i = 0; i < 50; i++)
        {
            await exchange.DeliverAsync(TestCall.Calling(Numbers.Fixed) with { Handle = $"{i}" });
        }

        AnswerWith(CommandStatus.CallGone);
        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(51, exchange.Records.Count);
        Assert.All(exchange.SupervisedCalls, call => Assert.Equal(Phase.Ended, call.Phase));
    }

    private void SeeInCall(params CallTarget[] participants) =>
        exchange.Provider.State = new ConnectionState(ConnectionPresence.Connected, [.. participants]);

    private void AnswerWith(CommandStatus status) => exchange.Provider.Answer = (command, _) =>
        Task.FromResult(command.What == "answer" ? new CommandResult(status, "code") : CommandResult.Accepted);

    private async Task SweepAfterAsync(Duration time)
    {
        exchange.Clock.Advance(time);
        await exchange.Sweeper.SweepAsync(TestContext.Current.CancellationToken);
    }
}

using Azure;
using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>The runner between a storage and a provider that do as they are told: what is stored and sent, and in which order.</summary>
public sealed class RunnerTests : IAsyncLifetime
{
    private static readonly TelephoneDevice Desk = new(Numbers.OtherOutside);
    private static readonly ConditionalRule ToOutside = new(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true);
    private static readonly NumberRule Conditional = NumberRule.Ring with { OnBusy = ToOutside };
    private static readonly NumberRule Referral = new(RuleAction.Referral, AfterReferral: new FollowUp(Destination.Of(Numbers.Outside), Enabled: true));

    private readonly Exchange exchange = new();
    private int told;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SupervisedCall Call => Assert.Single(exchange.SupervisedCalls);

    public async ValueTask InitializeAsync() => await exchange.OrganisationAsync();

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_answer_costs_one_read_a_row_for_who_comes_in_and_one_change_before_the_commands()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.ClearLog();

        await JoinAsync("1.0", TestCalls.App);

        Assert.Equal(["read supervisedcalls", "upsert usercalls", "update supervisedcalls", "stop media"], exchange.Storage.Log);
    }

    [Fact]
    public async Task The_connection_of_a_call_costs_one_read_and_one_change_and_ringback_goes_before_the_ringing()
    {
        await AnswerAsync(Conditional, Exchange.App);
        exchange.Storage.ClearLog();

        await exchange.ConnectAsync();

        Assert.Equal(
            ["read supervisedcalls", "update supervisedcalls", "play", "invite 8:acs:1_anna"],
            exchange.Storage.Log.Select(line => line.StartsWith("play ", StringComparison.Ordinal) ? "play" : line));
    }

    [Fact]
    public async Task Several_devices_cost_one_more_change_to_remember_their_invitations()
    {
        await AnswerAsync(Conditional, Exchange.App, Desk);
        exchange.Storage.ClearLog();

        await exchange.ConnectAsync();

        Assert.Equal(2, exchange.Storage.Log.Count(line => line == "update supervisedcalls"));
        Assert.All(((Work.Ring)Call.Work).Legs, leg => Assert.NotNull(leg.Invitation));
    }

    [Fact]
    public async Task The_user_is_told_of_a_change_when_it_is_stored_and_of_nothing_else()
    {
        await RingAsync(Conditional, Exchange.App);
        using var listening = exchange.Signals.TryListen(Exchange.Owner, Exchange.Anna)!;
        exchange.Storage.Before = _ => Assert.False(listening.Changed.IsCompleted);
        await TellAsync((id, at) => new PlayStopped(id, FakeProvider.Connection, "1.ringback", at));
        Assert.False(listening.Changed.IsCompleted);

        await JoinAsync("1.0", TestCalls.App);

        Assert.True(listening.Changed.IsCompleted);
    }

    [Fact]
    public async Task What_tells_nothing_new_costs_one_read()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.ClearLog();

        await TellAsync((id, at) => new PlayStopped(id, FakeProvider.Connection, "1.ringback", at));

        Assert.Equal(["read supervisedcalls"], exchange.Storage.Log);
    }

    [Fact]
    public async Task The_end_of_a_call_costs_one_insert_for_the_record_and_one_change()
    {
        await RingAsync(Conditional, Exchange.App);
        await JoinAsync("1.0", TestCalls.App);
        exchange.Storage.ClearLog();

        await DisconnectAsync();

        Assert.Equal(["read supervisedcalls", "insert calls", "update supervisedcalls"], exchange.Storage.Log);
        var record = Assert.Single(exchange.Records);
        Assert.Equal(
            (CallOutcome.Answered, "rings", Exchange.App.CommunicationUserId, Exchange.Owner),
            (record.Outcome, record.Reason, record.Target, record.Organisation));
        Assert.NotNull(record.AnsweredAt);
        Assert.NotNull(record.EndedAt);
        Assert.NotEmpty(record.Trace);
        Assert.Equal(["play-ringback", "invite", "stop-media"], record.Commands.Select(note => note.Command));
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_the_first_talks_and_the_second_is_removed()
    {
        await RingAsync(Conditional, Exchange.App, Desk);
        using var both = new Barrier(2);
        exchange.Storage.Before = operation => Meet(operation == "update supervisedcalls", both);

        await Task.WhenAll(
            Task.Run(() => JoinAsync("1.0", TestCalls.App), Cancellation), Task.Run(() => JoinAsync("1.1", TestCalls.Desk), Cancellation));

        var call = Call;
        var loser = call.Partner == TestCalls.App ? Numbers.OtherOutside.E164 : Exchange.App.CommunicationUserId;
        Assert.Equal(Phase.Talking, call.Phase);
        Assert.Equal([$"remove {loser}"], exchange.Provider.Asked.Where(asked => asked.StartsWith("remove", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_answers_before_the_other_invitation_is_known_still_has_it_cancelled()
    {
        await AnswerAsync(Conditional, Exchange.App, Desk);
        exchange.Provider.Answer = async (command, _) =>
        {
            if (command.What == $"invite {Numbers.OtherOutside.E164}")
            {
                exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);
                await JoinAsync("1.0", TestCalls.App);
            }

            return CommandResult.Accepted;
        };

        await exchange.ConnectAsync();

        Assert.Equal(TestCalls.App, Call.Partner);
        Assert.Single(exchange.Provider.Asked, asked => asked.StartsWith("cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_may_come_before_the_answer_to_its_command()
    {
        await AnswerAsync(Conditional, Exchange.App);
        exchange.Provider.Answer = async (command, _) =>
        {
            if (command.What.StartsWith("invite", StringComparison.Ordinal))
            {
                exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);
                await FailAsync("1.0", LegFailure.Busy);
            }

            return CommandResult.Accepted;
        };

        await exchange.ConnectAsync();

        Assert.Equal((Phase.Ringing, 2), (Call.Phase, Call.Step));
        Assert.Equal($"invite {Numbers.Outside.E164}", exchange.Provider.Asked.Last());
    }

    [Fact]
    public async Task A_busy_device_is_followed_by_the_rule_for_busy_and_the_ringback_goes_on()
    {
        await RingAsync(Conditional, Exchange.App);
        var before = exchange.Provider.Sent.Count;

        await FailAsync("1.0", LegFailure.Busy);

        Assert.Equal([$"invite {Numbers.Outside.E164}"], exchange.Provider.Asked.Skip(before));
    }

    [Fact]
    public async Task A_caller_ID_that_is_refused_at_once_is_replaced_by_the_other_under_another_id()
    {
        var refusals = 1;
        exchange.Provider.Answer = (command, _) => Task.FromResult(
            command.What.StartsWith("invite", StringComparison.Ordinal) && refusals-- > 0 ? new CommandResult(CommandStatus.Refused, "403") : CommandResult.Accepted);

        await RingAsync(Conditional, Desk);

        var invitations = exchange.Provider.Sent.Where(command => command.What.StartsWith("invite", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, invitations.Select(command => command.Id).Distinct().Count());
        var leg = Assert.Single(((Work.Ring)Call.Work).Legs);
        Assert.Equal((true, null), (leg.ShowsOther, leg.Failure));
    }

    [Fact]
    public async Task An_invitation_that_is_refused_is_a_line_that_cannot_be_reached()
    {
        Refuse("invite");

        await RingAsync(Conditional with { OnBusy = null, OnNoConnection = new ConditionalRule(ConditionAction.Referral, null, Enabled: true) }, Exchange.App);

        var call = Call;
        Assert.Equal(Phase.Referring, call.Phase);
        Assert.Contains(call.Commands, note => note is { Command: "invite", Status: CommandStatus.Refused, Code: "403" });
    }

    [Fact]
    public async Task A_prompt_that_is_refused_counts_as_heard()
    {
        Refuse("play Speech");

        await RingAsync(Referral);

        Assert.Equal(Phase.Transferring, Call.Phase);
        Assert.Equal($"transfer {Numbers.Outside.E164}", exchange.Provider.Asked.Last());
    }

    [Fact]
    public async Task A_transfer_that_fails_is_told_to_the_caller_when_nothing_is_left()
    {
        await RingAsync(Referral);
        await TellAsync((id, at) => new Played(id, FakeProvider.Connection, "1.say", at));

        await TellAsync((id, at) => new NotTransferred(id, FakeProvider.Connection, "2.transfer", at, LegFailure.NoAnswer, "408", LateMeansNoAnswer: false));

        Assert.Equal(Phase.Parting, Call.Phase);
    }

    [Fact]
    public async Task A_call_that_is_found_gone_by_a_command_ends_at_once()
    {
        exchange.Provider.Answer = (command, _) => Task.FromResult(command.What == "answer" ? CommandResult.Accepted : new CommandResult(CommandStatus.CallGone, "404/8522"));

        await RingAsync(Conditional, Exchange.App);

        Assert.Equal(Phase.Ended, Call.Phase);
        Assert.Equal(CallOutcome.Abandoned, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task While_the_data_that_decide_are_away_the_event_fails_and_the_sweeper_carries_on_later()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.Before = operation => Throw(operation is "read users" or "read numbers");

        await Assert.ThrowsAsync<RequestFailedException>(() => FailAsync("1.0", LegFailure.Busy));
        Assert.Equal(1, Call.Step);

        exchange.Storage.Before = _ => { };
        await SweepAfterAsync(Duration.FromSeconds(30));
        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal(2, Call.Step);
    }

    // The ringback would have gone on until the caller hung up.
    [Fact]
    public async Task When_the_data_that_decide_stay_away_the_caller_is_told()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.Before = operation => Throw(operation is "read users" or "read numbers");
        await SweepAfterAsync(Duration.FromSeconds(30));
        await SweepAfterAsync(Duration.FromSeconds(30));
        Assert.Equal(Phase.Ringing, Call.Phase);

        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal((Phase.Parting, "data-unavailable"), (Call.Phase, Call.Reason));
    }

    [Fact]
    public async Task A_call_whose_end_cannot_be_recorded_is_not_stored_as_ended()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.Before = operation => Throw(operation == "insert calls");

        await Assert.ThrowsAsync<CallNotRecordedException>(DisconnectAsync);
        Assert.Equal(Phase.Ringing, Call.Phase);

        exchange.Storage.Before = _ => { };
        exchange.Provider.State = new ConnectionState(ConnectionPresence.Gone, []);
        await SweepAfterAsync(Duration.FromSeconds(30));

        Assert.Equal(Phase.Ended, Call.Phase);
        Assert.Single(exchange.Records);
    }

    [Fact]
    public async Task An_event_that_always_comes_second_is_to_be_told_again()
    {
        await RingAsync(Conditional, Exchange.App);
        exchange.Storage.Before = operation =>
        {
            if (operation == "update supervisedcalls")
            {
                throw new RequestFailedException(412, "It has changed.", "UpdateConditionNotSatisfied", null);
            }
        };

        await Assert.ThrowsAsync<CallContendedException>(() => JoinAsync("1.0", TestCalls.App));
        Assert.DoesNotContain("stop media", exchange.Provider.Asked);
    }

    [Fact]
    public async Task The_caller_who_hangs_up_while_devices_ring_has_them_stopped()
    {
        await RingAsync(Conditional, Exchange.App);

        await DisconnectAsync();

        Assert.Equal("hang up", exchange.Provider.Asked.Last());
        Assert.Equal(CallOutcome.Abandoned, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_call_that_is_not_there_and_a_wrong_secret_are_told_apart_from_nothing()
    {
        await RingAsync(Conditional, Exchange.App);
        var call = Call;
        var left = new Disconnected("left", FakeProvider.Connection, null, TestCall.Now, "");

        Assert.False(await exchange.Runner.HandleAsync(call.Facts.Id, "wrong", left, Cancellation));
        Assert.False(await exchange.Runner.HandleAsync("2516900000000000000-0123456789abcdef", call.Facts.Secret, left, Cancellation));
        Assert.Equal(Phase.Ringing, Call.Phase);
    }

    [Fact]
    public async Task The_callers_own_telephone_does_not_ring_beside_the_others()
    {
        await RingAsync(Conditional, Exchange.App, new TelephoneDevice(Numbers.Caller));

        Assert.Equal([TestCalls.App], ((Work.Ring)Call.Work).Legs.Select(leg => leg.Target));
    }

    [Fact]
    public async Task The_callers_own_telephone_rings_when_it_is_all_there_is()
    {
        await RingAsync(Conditional, new TelephoneDevice(Numbers.Caller));

        Assert.Equal([TestCalls.Caller], ((Work.Ring)Call.Work).Legs.Select(leg => leg.Target));
    }

    private static void Throw(bool now)
    {
        if (now)
        {
            throw new RequestFailedException(503, "Busy.");
        }
    }

    /// <summary>Makes the first two who come wait for each other.</summary>
    private static void Meet(bool isMeant, Barrier both)
    {
        if (isMeant && both.CurrentPhaseNumber == 0)
        {
            both.SignalAndWait(TimeSpan.FromSeconds(30), Cancellation);
        }
    }

    private void Refuse(string what) => exchange.Provider.Answer = (command, _) => Task.FromResult(
        command.What.StartsWith(what, StringComparison.Ordinal) ? new CommandResult(CommandStatus.Refused, "403") : CommandResult.Accepted);

    private async Task AnswerAsync(NumberRule rule, params Device[] devices)
    {
        await exchange.UserAsync(rule, devices);
        await exchange.CallAsync(Numbers.Fixed);
    }

    private async Task RingAsync(NumberRule rule, params Device[] devices)
    {
        await AnswerAsync(rule, devices);
        await exchange.ConnectAsync();
    }

    private Task<bool> TellAsync(Func<string, Instant, CallEvent> happened) =>
        exchange.TellAsync(_ => happened($"event-{Interlocked.Increment(ref told)}", exchange.Clock.GetCurrentInstant()));

    private Task<bool> JoinAsync(string context, CallTarget who) => TellAsync((id, at) => new Joined(id, FakeProvider.Connection, context, at, who));

    private Task<bool> FailAsync(string context, LegFailure failure) => TellAsync(
        (id, at) => new NotJoined(id, FakeProvider.Connection, context, at, null, failure, "code", LateMeansNoAnswer: false));

    private Task<bool> DisconnectAsync() => TellAsync((id, at) => new Disconnected(id, FakeProvider.Connection, "answer", at, "0/540000"));

    private async Task SweepAfterAsync(Duration time)
    {
        exchange.Clock.Advance(time);
        await exchange.Sweeper.SweepAsync(Cancellation);
    }
}

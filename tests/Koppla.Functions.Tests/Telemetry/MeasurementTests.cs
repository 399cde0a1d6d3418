using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.ChangeEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing.Profiles;
using NodaTime;
using static Koppla.Functions.Telemetry.SignalNames;

namespace Koppla.Functions.Tests.Telemetry;

[Collection(nameof(Collected))]
public sealed class MeasurementTests : IDisposable
{
    private static readonly NumberRule Conditional = NumberRule.Ring with
    {
        OnBusy = new ConditionalRule(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true),
    };

    private readonly Exchange exchange = new();
    private readonly Collected collected = new();

    public void Dispose()
    {
        collected.Dispose();
        exchange.Dispose();
    }

    [Fact]
    public async Task A_call_counts_once_with_its_outcome_what_decided_and_whose_it_was_however_often_its_event_comes()
    {
        await exchange.FilledAsync();
        var call = TestCall.Calling(Numbers.Reserved);

        await exchange.DeliverAsync(call);
        await exchange.DeliverAsync(call);

        Assert.Equal(
            [$"1 outcome=redirected reason=forwarded rule=reserved-number organisation={Exchange.Owner}"], collected.Of(Metrics.Calls));
        Assert.Equal(["time data=read", "time data=read"], collected.Of(Metrics.DecisionDuration));
    }

    [Fact]
    public async Task A_call_that_is_nobodys_counts_as_such()
    {
        await exchange.CallAsync(Numbers.Reserved);

        Assert.Equal(["1 outcome=rejected reason=unknown-number rule=none organisation=none"], collected.Of(Metrics.Calls));
    }

    [Fact]
    public async Task An_event_of_a_call_counts_by_what_it_did()
    {
        await SupervisedAsync();
        var connected = await ConnectedAsync();

        await exchange.TellAsync(_ => connected);
        await exchange.TellAsync(call => new Roster("roster", FakeProvider.Connection, null, exchange.Clock.GetCurrentInstant(), [], 1));
        await exchange.Runner.HandleAsync(
            Assert.Single(exchange.SupervisedCalls).Facts.Id, "guessed", connected, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "1 type=connected effect=applied",
                "1 type=connected effect=duplicate",
                "1 type=roster effect=no-effect",
                "1 type=connected effect=unknown-call",
            ],
            collected.Of(Metrics.Callbacks));
    }

    [Fact]
    public async Task A_call_that_the_sweeper_ends_counts_and_one_that_it_only_looks_at_does_not()
    {
        await SupervisedAsync();
        await ConnectedAsync();
        await SweepAsync(ConnectionPresence.Unknown);
        Assert.Empty(collected.Of(Metrics.CallsSwept));

        await SweepAsync(ConnectionPresence.Gone);

        Assert.Equal(["1 phase=ringing effect=ended"], collected.Of(Metrics.CallsSwept));
    }

    [Fact]
    public async Task An_event_that_is_given_up_counts_with_the_reason()
    {
        await using var stage = await EventStage.OpenAsync();
        await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(410);

        await stage.DeliverAsync();

        Assert.Single(stage.Dead);
        Assert.Equal(["1 reason=status-410"], collected.Of(Metrics.DeadLetters));
    }

    [Fact]
    public void A_transfer_that_is_over_counts_by_how_and_by_mode()
    {
        var tale = new Transfers.Tale();
        tale.Begin(TransferMode.Announced);
        tale.Cancel();

        Measurements.Ended(tale.Call.Transfer!);

        Assert.Equal(["1 outcome=cancelled mode=announced"], collected.Of(Metrics.Transfers));
    }

    [Fact]
    public async Task A_command_is_timed_with_what_came_of_it()
    {
        var measured = new MeasuredCallControl(exchange.Provider, exchange.Time);

        await measured.StopMediaAsync(FakeProvider.Connection, TestContext.Current.CancellationToken);

        Assert.Equal(["time command=stop-media status=accepted"], collected.Of(Metrics.ProviderCommands));
    }

    [Fact]
    public void Only_so_many_organisations_are_told_apart()
    {
        var names = new BoundedNames(2);

        Assert.Equal(["a", "b", "a", "other", "b"], new[] { "a", "b", "a", "c", "b" }.Select(names.Of));
    }

    private async Task SupervisedAsync()
    {
        await exchange.OrganisationAsync();
        await exchange.UserAsync(Conditional, Exchange.App);
        await exchange.CallAsync(Numbers.Fixed);
    }

    private async Task<Connected> ConnectedAsync()
    {
        var connected = new Connected("connected-1", FakeProvider.Connection, "answer", exchange.Clock.GetCurrentInstant());
        await exchange.TellAsync(_ => connected);
        return connected;
    }

    private async Task SweepAsync(ConnectionPresence presence)
    {
        exchange.Provider.State = new ConnectionState(presence, []);
        exchange.Clock.Advance(Assert.Single(exchange.SupervisedCalls).Deadline - exchange.Clock.GetCurrentInstant() + Duration.FromMilliseconds(1));
        await exchange.Sweeper.SweepAsync(TestContext.Current.CancellationToken);
    }
}

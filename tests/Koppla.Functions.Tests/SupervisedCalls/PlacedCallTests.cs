using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>Calls that a user places, between a storage and a provider that do as they are told.</summary>
public sealed class PlacedCallTests : IAsyncLifetime
{
    private const string Create = "create 8:acs:1_anna";

    private readonly Exchange exchange = new();

    private SupervisedCall Call => Assert.Single(exchange.SupervisedCalls);

    private IEnumerable<string> Invited => exchange.Provider.Asked.Where(what => what.StartsWith("invite", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        await exchange.FilledAsync();
    }

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_call_is_stored_before_its_own_device_is_rung()
    {
        var (call, _) = await exchange.PlaceAsync(Numbers.Outside);

        Assert.Equal(Phase.Placing, call!.Phase);
        var log = exchange.Storage.Log.ToList();
        Assert.InRange(log.IndexOf(Create), log.IndexOf("insert supervisedcalls") + 1, log.Count);
        Assert.EndsWith($"/api/hooks/calls/{call.Facts.Id}/{call.Facts.Secret}", exchange.Provider.Callback!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(FakeProvider.Connection, Call.Connection);
    }

    [Fact]
    public async Task When_the_own_device_answers_the_target_rings_and_the_user_hears_ringback()
    {
        await exchange.PlaceAsync(Numbers.Outside);

        await exchange.ConnectAsync();

        Assert.Equal([$"invite {Numbers.Outside.E164}"], Invited);
        Assert.StartsWith("play Loop", exchange.Provider.Asked.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal((Phase.Ringing, "rings", Exchange.Anna), (Call.Phase, Call.Reason, Call.FirstUser));
    }

    [Fact]
    public async Task The_policy_is_asked_again_when_the_target_is_rung()
    {
        await exchange.PlaceAsync(Numbers.Outside);
        await exchange.OrganisationAsync(suspended: true);
        exchange.Clock.Advance(Duration.FromMinutes(1)); // the organisation is read anew

        await exchange.ConnectAsync();

        Assert.Empty(Invited);
        Assert.Equal((Phase.Parting, "organisation-suspended"), (Call.Phase, Call.Reason));
    }

    [Theory]
    [InlineData(LegFailure.Busy, "busy", "Den du söker är upptagen just nu. Försök igen senare.")]
    [InlineData(LegFailure.Declined, "busy", "Den du söker är upptagen just nu. Försök igen senare.")]
    [InlineData(LegFailure.NoAnswer, "no-answer", "Den du söker kan inte svara just nu. Försök igen senare.")]
    [InlineData(LegFailure.NoConnection, "no-connection", "Den du söker går inte att nå just nu. Försök igen senare.")]
    public async Task The_user_is_told_why_a_number_outside_does_not_take_the_call(object failure, string reason, string told)
    {
        await exchange.PlaceAsync(Numbers.Outside);
        await exchange.ConnectAsync();

        await exchange.TellAsync(call => new NotJoined(
            "fails", FakeProvider.Connection, "2.0", exchange.Clock.GetCurrentInstant(), null, (LegFailure)failure, "code", LateMeansNoAnswer: false));

        Assert.Equal((Phase.Parting, reason), (Call.Phase, Call.Reason));
        Assert.Equal(told, Assert.IsType<Prompt.Speech>(Assert.IsType<Work.Part>(Call.Work).Prompt).Text);
    }

    [Fact]
    public async Task Nothing_of_the_organisations_fallback_is_rung_for_a_number_outside()
    {
        await exchange.OrganisationAsync(fallback: Numbers.Reception);
        await exchange.PlaceAsync(Numbers.Outside);
        await exchange.ConnectAsync();

        await exchange.TellAsync(call => new NotJoined(
            "fails", FakeProvider.Connection, "2.0", exchange.Clock.GetCurrentInstant(), null, LegFailure.Busy, "code", LateMeansNoAnswer: false));

        Assert.Equal([$"invite {Numbers.Outside.E164}"], Invited);
    }

    [Fact]
    public async Task A_number_of_ours_is_subject_to_its_own_rules()
    {
        await exchange.PlaceAsync(Numbers.Reserved);

        await exchange.ConnectAsync();

        Assert.Equal([$"invite {Numbers.Outside.E164}"], Invited);
        Assert.Equal(("forwarded", 1), (Call.Reason, Call.Diversions));
    }

    [Fact]
    public async Task An_own_device_that_is_refused_at_once_ends_the_call_with_its_record()
    {
        exchange.Provider.Answer = (_, _) => Task.FromResult(new CommandResult(CommandStatus.Refused, "403/8500"));

        var (call, _) = await exchange.PlaceAsync(Numbers.Outside);

        Assert.Equal((Phase.Ended, CallOutcome.NotPlaced), (call!.Phase, call.Outcome));
        var record = Assert.Single(exchange.Records);
        Assert.Equal((CallOutcome.NotPlaced, "own-device-not-permitted", Exchange.Anna), (record.Outcome, record.Reason, record.PlacedBy));
        Assert.Equal(CommandStatus.Refused, Assert.Single(record.Commands).Status);
    }

    [Fact]
    public async Task A_call_whose_create_was_not_answered_is_created_again_with_the_same_command()
    {
        exchange.Provider.Answer = (_, _) => Task.FromResult(new CommandResult(CommandStatus.Unknown, ""));
        await exchange.PlaceAsync(Numbers.Outside);
        exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal([Create, Create], exchange.Provider.Asked);
        Assert.Single(exchange.Provider.Sent.Select(command => command.Id).Distinct());
        Assert.Equal(FakeProvider.Connection, Call.Connection);
    }

    [Fact]
    public async Task A_lost_answer_of_the_own_device_is_found()
    {
        await exchange.PlaceAsync(Numbers.Outside);
        exchange.Provider.State = new ConnectionState(ConnectionPresence.Connected, [TestCalls.App]);

        await SweepAfterAsync(Duration.FromSeconds(10));

        Assert.Equal(Phase.Ringing, Call.Phase);
        Assert.Equal([$"invite {Numbers.Outside.E164}"], Invited);
    }

    [Fact]
    public async Task An_own_device_that_nobody_takes_is_hung_up()
    {
        await exchange.PlaceAsync(Numbers.Outside);
        await SweepAfterAsync(Duration.FromSeconds(10));
        Assert.Equal(Phase.Placing, Call.Phase);

        await SweepAfterAsync(Duration.FromSeconds(30));
        await exchange.TellAsync(_ => new NotJoined(
            "fails", FakeProvider.Connection, "1.0", exchange.Clock.GetCurrentInstant(), null, LegFailure.Cancelled, "487", LateMeansNoAnswer: false));

        Assert.Equal([Create, "hang up"], exchange.Provider.Asked);
        var record = Assert.Single(exchange.Records);
        Assert.Equal((CallOutcome.NotPlaced, "own-device-no-answer"), (record.Outcome, record.Reason));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_call_and_rings_once()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => exchange.PlaceAsync(Numbers.Outside, "key"))));

        Assert.Single(calls.Select(each => each.Call!.Facts.Id).Distinct());
        Assert.Equal([Create], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_known_for_its_own()
    {
        exchange.Storage.After = operation =>
        {
            if (operation == "insert supervisedcalls")
            {
                throw new Azure.RequestFailedException(409, "It exists."); // what the client's second try is told
            }
        };

        await exchange.PlaceAsync(Numbers.Outside);

        Assert.Equal([Create], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_key_is_for_one_request()
    {
        await exchange.PlaceAsync(Numbers.Outside, "key");

        var (_, problem) = await exchange.PlaceAsync(Numbers.OtherOutside, "key");

        Assert.Equal("idempotency-key-reused", problem?.Name);
        Assert.Single(exchange.SupervisedCalls);
    }

    [Fact]
    public async Task A_key_of_a_call_that_is_over_and_forgotten_rings_nobody()
    {
        await exchange.PlaceAsync(Numbers.Outside, "key");
        await exchange.TellAsync(call => new Disconnected("gone", FakeProvider.Connection, null, exchange.Clock.GetCurrentInstant(), ""));
        await SweepAfterAsync(CallDeadlines.Kept + Duration.FromSeconds(10));
        Assert.Empty(exchange.SupervisedCalls);

        var (_, problem) = await exchange.PlaceAsync(Numbers.Outside, "key");

        Assert.Equal("call-gone-since", problem?.Name);
        Assert.Equal([Create], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        await exchange.UserAsync(NumberRule.Ring);
        Assert.Equal("no-device", (await exchange.PlaceAsync(Numbers.Outside, "key")).Problem?.Name);

        await exchange.UserAsync(NumberRule.Ring, Exchange.App);
        Assert.NotNull((await exchange.PlaceAsync(Numbers.OtherOutside, "key")).Call);
    }

    private async Task SweepAfterAsync(Duration time)
    {
        exchange.Clock.Advance(time);
        await exchange.Sweeper.SweepAsync(TestContext.Current.CancellationToken);
    }
}

using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>Calls that rules send outside, from their event to their record.</summary>
public sealed class ForwardedCallTests : IDisposable
{
    private static readonly Forwarder Desk = Forwarder.Of(Exchange.Owner, Numbers.Reserved);

    private readonly Exchange exchange = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => exchange.Dispose();

    [Fact]
    public async Task The_call_after_the_last_that_is_allowed_goes_to_the_fallback_and_says_why()
    {
        await FillAsync(perUser: 2);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall { Handle = $"handle-{call}" }));
        }

        var records = exchange.Records.OrderBy(record => record.ForwardedBy.IsEmpty).ToList();
        Assert.Equal(3, records.Count);
        Assert.All(records[..2], record => Assert.Equal((Desk, Numbers.Outside.E164), (Assert.Single(record.ForwardedBy), record.Target)));
        Assert.Equal((Numbers.Reception.E164, "fallback"), (records[2].Target, records[2].Reason));
        Assert.Contains(records[2].Trace, step => step is { Code: TraceCode.UserForwardLimit, Detail: "2" });

        exchange.Clock.Advance(Duration.FromHours(1));
        await exchange.DeliverAsync(new TestCall { Handle = "later", At = exchange.Clock.GetCurrentInstant() });
        Assert.Equal(3, exchange.Records.Count(record => record.Target == Numbers.Outside.E164));
    }

    [Fact]
    public async Task Counting_costs_a_call_no_read_and_no_write()
    {
        await FillAsync(perUser: 60);
        await exchange.DeliverAsync(new TestCall { Handle = "warm" });
        exchange.Storage.ClearLog();

        await exchange.DeliverAsync(new TestCall { Handle = "next" });

        Assert.Equal(["read numbers", "read numbers", "insert calls"], exchange.Storage.Log.Where(line => !line.Contains("redirect", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task An_event_that_comes_again_takes_its_call_the_same_way_and_counts_it_once()
    {
        await FillAsync(perUser: 1);

        await exchange.DeliverAsync(new TestCall());
        await exchange.DeliverAsync(new TestCall());

        Assert.Equal(1, exchange.Forwards.CountsOf(Exchange.Owner).By(Desk));
        Assert.Equal(Numbers.Outside.E164, Assert.Single(exchange.Records).Target);
    }

    [Fact]
    public async Task An_event_that_comes_too_late_counts_nothing()
    {
        await FillAsync(perUser: 1);

        await exchange.DeliverAsync(new TestCall { At = TestCall.Now - Duration.FromMinutes(2) });

        Assert.Equal(0, exchange.Forwards.CountsOf(Exchange.Owner).All);
        Assert.Empty(Assert.Single(exchange.Records).ForwardedBy);
    }

    [Fact]
    public async Task A_supervised_call_that_is_sent_outside_when_nobody_answers_counts_too()
    {
        await FillAsync(perUser: 1);
        var busy = new ConditionalRule(ConditionAction.Forward, Destination.Of(Numbers.OtherOutside), true);
        await exchange.UserAsync(NumberRule.Ring with { OnBusy = busy }, Exchange.App);
        await exchange.CallAsync(Numbers.Fixed);
        await exchange.ConnectAsync();
        Assert.Equal(0, exchange.Forwards.CountsOf(Exchange.Owner).All);

        await FailAsync("busy");

        var anna = Forwarder.Of(Exchange.Owner, Exchange.Anna);
        Assert.Equal([anna], Assert.Single(exchange.SupervisedCalls).ForwardedBy);
        Assert.Equal(1, exchange.Forwards.CountsOf(Exchange.Owner).By(anna));
    }

    [Fact]
    public async Task A_call_that_a_user_places_outside_is_no_forward()
    {
        await FillAsync(perUser: 0);
        await exchange.UserAsync(Exchange.App);

        var (placed, _) = await exchange.PlaceAsync(Numbers.Outside);

        Assert.NotNull(placed);
        Assert.Equal(0, exchange.Forwards.CountsOf(Exchange.Owner).All);
    }

    [Theory]
    [InlineData(1, "DirectRinging", 1)]
    [InlineData(0, "Recalling", 0)]
    public async Task The_other_number_of_a_failed_transfer_counts_for_the_transferor_who_is_rung_again_instead_when_there_is_no_room(
        int perUser, string then, int counted)
    {
        await FillAsync(perUser);
        await TransferAsync(new FailureAction(FailureStep.Number, Numbers.OtherOutside));
        exchange.Storage.ClearLog();

        await FailAsync("transfer");

        var anna = Forwarder.Of(Exchange.Owner, Exchange.Anna);
        var call = Assert.Single(exchange.SupervisedCalls);
        Assert.Equal((then, counted), (call.Phase.ToString(), exchange.Forwards.CountsOf(Exchange.Owner).By(anna)));
        Assert.Equal(counted == 1 ? [anna] : [], call.ForwardedBy);
        Assert.Equal(
            counted == 1 ? [] : [Numbers.Fixed],
            call.Trace.Where(step => step is { Code: TraceCode.UserForwardLimit, Detail: "0" }).Select(step => step.Number));
        Assert.Equal(
            ["read supervisedcalls", "read numbers", "update supervisedcalls"],
            exchange.Storage.Log.TakeWhile(line => !line.StartsWith("invite", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_other_number_of_a_failed_transfer_is_under_no_limit_when_it_is_our_own()
    {
        await FillAsync(perUser: 0);
        await exchange.ColleagueAsync(new UserId(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b02")), Numbers.Reception, new AppDevice("8:acs:1_bo"));
        await TransferAsync(new FailureAction(FailureStep.Number, Numbers.Reception));

        await FailAsync("transfer");

        Assert.Equal(Phase.DirectRinging, Assert.Single(exchange.SupervisedCalls).Phase);
        Assert.Equal(0, exchange.Forwards.CountsOf(Exchange.Owner).All);
    }

    [Fact]
    public async Task A_telephone_that_is_not_allowed_any_more_is_not_rung_when_a_failed_transfer_comes_back()
    {
        await FillAsync(perUser: 60);
        await TransferAsync(FailureAction.Recall, new TelephoneDevice(Numbers.Of("+4722123456")));

        await FailAsync("transfer");

        var call = Assert.Single(exchange.SupervisedCalls);
        Assert.Equal(Phase.Recalling, call.Phase);
        Assert.Equal([CallTarget.Of(Exchange.App)], Assert.IsType<Work.Ring>(call.Work).Legs.Select(leg => leg.Target));
    }

    /// <summary>Anna talks with a caller, and gives the call to a number outside, directly.</summary>
    private async Task TransferAsync(FailureAction whenBusy, params Device[] otherDevices)
    {
        await exchange.UserAsync(NumberRule.Ring, [Exchange.App, .. otherDevices]);
        var anna = (await exchange.Users.ReadAsync(Exchange.Owner, Exchange.Anna, Cancellation))!.Value;
        var policy = TransferPolicy.Recall with { OnBusy = whenBusy };
        await exchange.Users.WriteAsync(anna with { Handling = anna.Handling with { TransferPolicy = policy } }, Cancellation);
        await exchange.CallAsync(Numbers.Fixed);
        await exchange.ConnectAsync();
        await exchange.TellAsync(call => new Joined(
            "joined", call.Connection!, $"{call.Step}.0", exchange.Clock.GetCurrentInstant(), CallTarget.Of(Exchange.App)));
        var (_, problem) = await exchange.Transfers.StartAsync(
            new Person(Exchange.Owner, Exchange.Anna, IsAdministrator: false),
            call: null,
            new TransferWish(Destination.Of(Numbers.Outside), TransferMode.Direct, Seconds: 20, NeedsKey: false),
            key: null,
            "request",
            Cancellation);
        Assert.Null(problem);
    }

    private Task<bool> FailAsync(string id) => exchange.TellAsync(call => new NotJoined(
        id, call.Connection!, $"{call.Step}.0", exchange.Clock.GetCurrentInstant(), Who: null, LegFailure.Busy, "486", LateMeansNoAnswer: false));

    private async Task FillAsync(int perUser)
    {
        var policy = ExternalForwardPolicy.Default with { PerUserPerHour = perUser };
        await exchange.Organisations.WriteAsync(
            new Organisation(Exchange.Owner, "Exempelbolaget AB", false, AllowedCountries.Default, Numbers.Reception) { ExternalForwards = policy },
            CancellationToken.None);
        await exchange.ReservedAsync(Numbers.Reserved, Numbers.Outside);
    }
}

using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>Calls that rules send outside, from their event to their record.</summary>
public sealed class ForwardedCallTests : IDisposable
{
    private static readonly Forwarder Desk = Forwarder.Of(Exchange.Owner, Numbers.Reserved);

    private readonly Exchange exchange = new();

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

        await exchange.TellAsync(call => new NotJoined(
            "busy", call.Connection!, "1.0", exchange.Clock.GetCurrentInstant(), Who: null, LegFailure.Busy, "486", LateMeansNoAnswer: false));

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

    private async Task FillAsync(int perUser)
    {
        var policy = ExternalForwardPolicy.Default with { PerUserPerHour = perUser };
        await exchange.Organisations.WriteAsync(
            new Organisation(Exchange.Owner, "Exempelbolaget AB", false, AllowedCountries.Default, Numbers.Reception) { ExternalForwards = policy },
            CancellationToken.None);
        await exchange.ReservedAsync(Numbers.Reserved, Numbers.Outside);
    }
}

using System.Text.Json.Nodes;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Calls that meet no trouble: what is read, asked and recorded, and in which order.</summary>
public sealed class DecidedCallTests
{
    [Fact]
    public async Task A_reserved_number_is_forwarded_and_recorded()
    {
        using var exchange = await new Exchange().FilledAsync();

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Reserved));

        Assert.Equal([$"redirect {Numbers.Outside.E164}"], exchange.Provider.Asked);
        var record = Assert.Single(exchange.Records);
        Assert.Equal(
            (CallOutcome.Redirected, "forwarded", Numbers.Outside.E164, Numbers.Reserved.E164, Numbers.Caller.E164, 1, Exchange.Owner),
            (record.Outcome, record.Reason, record.Target, record.Called, record.Caller, record.Diversions, record.Organisation));
        Assert.NotEmpty(record.Trace);
        Assert.Equal(TestCall.Now, record.At);
    }

    [Fact]
    public async Task A_users_number_rings_the_app()
    {
        using var exchange = await new Exchange().FilledAsync();

        await exchange.CallAsync(Numbers.Mobile);

        Assert.Equal([$"redirect {Exchange.App.CommunicationUserId}"], exchange.Provider.Asked);
        Assert.Equal("rings", Assert.Single(exchange.Records).Reason);
    }

    [Fact]
    public async Task An_unknown_number_costs_one_read_and_is_recorded_as_nobodys()
    {
        using var exchange = await new Exchange().FilledAsync();

        await exchange.CallAsync(Numbers.Unknown);

        Assert.Equal(["read numbers", "reject None", "insert calls"], exchange.Storage.Log);
        var record = Assert.Single(exchange.Records);
        Assert.Equal((CallOutcome.Rejected, "unknown-number", null), (record.Outcome, record.Reason, record.Organisation));
    }

    [Fact]
    public async Task What_is_no_number_costs_no_read()
    {
        using var exchange = await new Exchange().FilledAsync();

        await exchange.DeliverAsync(new TestCall { To = TestCall.Telephone("112") });

        Assert.Equal(["reject None", "insert calls"], exchange.Storage.Log);
        Assert.Equal((null, "number-emergency"), (exchange.Records[0].Called, exchange.Records[0].Reason));
    }

    // The provider tells of the leg to an app that it rings for us: to act on it would send the call round in a circle.
    [Fact]
    public async Task A_call_to_an_app_is_left_alone()
    {
        using var exchange = await new Exchange().FilledAsync();

        var handling = await exchange.DeliverAsync(new TestCall { To = new JsonObject { ["rawId"] = "8:acs:1_2" } });

        Assert.Equal(Handling.Done, handling);
        Assert.Empty(exchange.Storage.Log);
    }

    [Fact]
    public async Task A_reserved_number_costs_its_own_read_and_that_of_its_destination_once_the_organisation_is_known()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.CallAsync(Numbers.Reserved);
        Assert.Equal(["read numbers", "read numbers", "read organisations"], exchange.Storage.Reads.Order(StringComparer.Ordinal));

        exchange.Storage.ClearLog();
        await exchange.DeliverAsync(new TestCall { Handle = "second" });

        Assert.Equal(
            ["read numbers", "read numbers", $"redirect {Numbers.Outside.E164}", "insert calls"], exchange.Storage.Log);
    }

    [Fact]
    public async Task A_users_number_costs_two_reads_once_the_organisation_is_known()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.CallAsync(Numbers.Reserved);
        exchange.Storage.ClearLog();

        await exchange.CallAsync(Numbers.Fixed);

        Assert.Equal(
            ["read numbers", "read users", $"redirect {Exchange.App.CommunicationUserId}", "insert calls"], exchange.Storage.Log);
    }

    [Fact]
    public async Task An_organisation_is_read_once_in_thirty_seconds()
    {
        using var exchange = await new Exchange().FilledAsync();
        for (var second = 0; second < 30; second++)
        {
            await exchange.DeliverAsync(new TestCall { Handle = $"{second}", At = exchange.Clock.GetCurrentInstant() });
            exchange.Clock.AdvanceSeconds(1);
        }

        Assert.Single(exchange.Storage.Reads, "read organisations");
        await exchange.DeliverAsync(new TestCall { Handle = "later", At = exchange.Clock.GetCurrentInstant() });

        Assert.Equal(2, exchange.Storage.Reads.Count(read => read == "read organisations"));
    }

    [Fact]
    public async Task A_suspended_organisation_forbids_its_calls()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.OrganisationAsync(suspended: true);

        await exchange.CallAsync(Numbers.Fixed);

        Assert.Equal(["reject Forbidden"], exchange.Provider.Asked);
        Assert.Equal("organisation-suspended", exchange.Records[0].Reason);
    }

    [Fact]
    public async Task A_call_that_comes_back_does_not_go_round()
    {
        using var exchange = await new Exchange().FilledAsync();
        var call = new TestCall { CustomContext = TestCall.Headers((IncomingCallData.TrailHeader, Numbers.Reserved.Digits)) };

        await exchange.DeliverAsync(call);

        Assert.Equal(["reject Busy"], exchange.Provider.Asked);
        Assert.Equal("diversion-loop", exchange.Records[0].Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_without_its_user_or_organisation_is_busy(bool withOrganisation)
    {
        using var exchange = new Exchange();
        if (withOrganisation)
        {
            await exchange.OrganisationAsync();
        }

        await exchange.Numbers.WriteAsync(
            Numbers.Fixed, new AssignedNumber(Exchange.Owner, Exchange.Anna), TestContext.Current.CancellationToken);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["reject Busy"], exchange.Provider.Asked);
        Assert.Equal(withOrganisation ? "user-missing" : "organisation-missing", exchange.Records[0].Reason);
    }

    [Fact]
    public async Task Where_the_provider_refuses_the_destination_the_configured_fallback_is_next()
    {
        using var exchange = await Exchange.WithFallback(Numbers.Reception).FilledAsync();
        exchange.Provider.Answer = (command, _) => Task.FromResult(command.What.EndsWith(Numbers.Outside.E164, StringComparison.Ordinal)
            ? new Functions.Telephony.CommandResult(Functions.Telephony.CommandStatus.Refused, "403")
            : Functions.Telephony.CommandResult.Accepted);

        await exchange.CallAsync(Numbers.Reserved);

        Assert.Equal([$"redirect {Numbers.Outside.E164}", $"redirect {Numbers.Reception.E164}"], exchange.Provider.Asked);
        Assert.Equal(Numbers.Reception.E164, exchange.Records[0].Target);
        Assert.Equal(2, exchange.Records[0].Commands.Length);
    }

    [Fact]
    public async Task Events_of_other_types_are_none_of_our_business()
    {
        using var exchange = await new Exchange().FilledAsync();
        var other = new TestCall().EventGridEvent();
        other["eventType"] = "Microsoft.Communication.CallEnded";

        Assert.Equal(Handling.Done, await exchange.DeliverAsync(TestCall.Batch(other)));
        Assert.Equal(Handling.Done, await exchange.DeliverAsync("[]"u8.ToArray()));
        Assert.Empty(exchange.Storage.Log);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""{"eventType":"Microsoft.Communication.IncomingCall"}""")]
    [InlineData("nonsense")]
    public async Task What_is_no_event_is_malformed_and_starts_nothing(string delivery)
    {
        using var exchange = await new Exchange().FilledAsync();

        Assert.Equal(Handling.Malformed, await exchange.DeliverAsync(System.Text.Encoding.UTF8.GetBytes(delivery)));
        Assert.Empty(exchange.Storage.Log);
    }

    [Fact]
    public async Task The_age_of_an_event_decides_whether_it_is_acted_on()
    {
        using var exchange = await new Exchange().FilledAsync();

        var atTheLimit = await exchange.DeliverAsync(new TestCall { At = TestCall.Now - Duration.FromSeconds(20) });
        Assert.Equal(Handling.Done, atTheLimit);
        Assert.Single(exchange.Provider.Sent);

        var tooOld = await exchange.DeliverAsync(new TestCall { At = TestCall.Now - Duration.FromSeconds(20) - Duration.FromTicks(1) });

        Assert.Equal(Handling.Done, tooOld);
        Assert.Single(exchange.Provider.Sent);
        var stale = Assert.Single(exchange.Records, record => record.Outcome == CallOutcome.Stale);
        Assert.Equal(("stale", null, Exchange.Owner), (stale.Reason, stale.Target, stale.Organisation));
        Assert.NotEmpty(stale.Trace);
    }

    [Fact]
    public async Task An_event_from_the_future_is_acted_on_for_clocks_differ()
    {
        using var exchange = await new Exchange().FilledAsync();

        await exchange.DeliverAsync(new TestCall { At = TestCall.Now + Duration.FromMinutes(5) });

        Assert.Single(exchange.Provider.Sent);
    }
}

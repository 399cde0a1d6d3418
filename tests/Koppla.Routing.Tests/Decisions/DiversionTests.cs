using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class DiversionTests
{
    private const string A = "08-678 55 00";
    private const string B = "08-678 55 01";
    private const string C = "08-678 55 02";
    private const string Outside = "070-174 06 10";
    private const string Fallback = "070-174 06 99";

    private readonly Exchange exchange = new();

    [Fact]
    public void A_destination_of_ours_follows_its_owners_rules()
    {
        exchange.Reserved(exchange.Organisation(), A, B);
        var user = exchange.Assigned(exchange.Organisation(), B, App);

        var decided = exchange.Decide(A);

        Assert.Equal(Rings(App, user, B), decided.Decision);
        Assert.Null(decided.User);
        Assert.Equal(TrailOf(A), decided.Diversions);
    }

    [Fact]
    public void Two_numbers_that_forward_to_each_other_are_a_loop()
    {
        var organisation = exchange.Organisation();
        exchange.Reserved(organisation, A, B);
        exchange.Assigned(organisation, B, App, forwardsTo: A);

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.DiversionLoop, Number(B), Number(A)), decided.Trace);
        Assert.Equal(Trail.Empty, decided.Diversions);
    }

    [Fact]
    public void A_number_that_forwards_to_itself_is_a_loop()
    {
        exchange.Reserved(exchange.Organisation(), A, A);

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_loop_through_another_organisation_goes_to_the_fallback_of_the_called_one()
    {
        exchange.Reserved(exchange.Organisation(Fallback), A, B);
        exchange.Reserved(exchange.Organisation("070-174 06 98"), B, A);

        var decided = exchange.Decide(A);

        Assert.Equal(new Forward(Number(Fallback)), decided.Decision);
        Assert.Equal(TrailOf(A), decided.Diversions);
    }

    [Fact]
    public void Five_diversions_are_made()
    {
        var decided = Chain(diversions: 5).Decide(Link(0));

        Assert.Equal(new Forward(Number(Outside)), decided.Decision);
        Assert.Equal(5, decided.Diversions.Count);
    }

    [Fact]
    public void Six_diversions_are_too_many()
    {
        var decided = Chain(diversions: 6).Decide(Link(0));

        Assert.Equal(new Refuse(RefuseReason.TooManyDiversions), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.TooManyDiversions, Number(Link(5)), Number(Outside)), decided.Trace);
    }

    [Fact]
    public void Too_many_diversions_go_to_the_fallback_with_one_diversion()
    {
        var decided = Chain(diversions: 6, Fallback).Decide(Link(0));

        Assert.Equal(new Forward(Number(Fallback)), decided.Decision);
        Assert.Equal(TrailOf(Link(0)), decided.Diversions);
    }

    [Fact]
    public void The_trail_that_a_call_brings_counts()
    {
        var trail = TrailOf("070-174 06 50", "070-174 06 51", "070-174 06 52");

        Assert.Equal(5, Chain(diversions: 2).Decide(Link(0), trail).Diversions.Count);
        Assert.Equal(new Refuse(RefuseReason.TooManyDiversions), Chain(diversions: 3).Decide(Link(0), trail).Decision);
    }

    [Fact]
    public void A_call_with_a_full_trail_still_rings_but_not_on_its_way_out_again()
    {
        var organisation = exchange.Organisation(Fallback);
        var app = exchange.Assigned(organisation, A, App);
        exchange.Assigned(organisation, B, new TelephoneDevice(Number(Outside)));
        var five = TrailOf([.. Enumerable.Range(50, 5).Select(i => $"070-174 06 {i}")]);
        var six = five.Append(Number("070-174 06 60"));

        Assert.Equal(Rings(App, app, A, followedUp: true), exchange.Decide(A, six).Decision);
        Assert.IsType<Ring>(exchange.Decide(B, five).Decision);
        Assert.Equal(new Refuse(RefuseReason.TooManyDiversions), exchange.Decide(B, six).Decision);
    }

    [Fact]
    public void A_call_that_comes_back_from_outside_goes_to_the_fallback()
    {
        exchange.Reserved(exchange.Organisation(Fallback), A, Outside);
        exchange.Reserved(exchange.Organisation(), B, Outside);

        Assert.Equal(new Forward(Number(Fallback)), exchange.Decide(A, TrailOf(A)).Decision);
        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(B, TrailOf(B)).Decision);
    }

    [Fact]
    public void A_number_in_the_trail_is_not_a_destination()
    {
        exchange.Reserved(exchange.Organisation(), A, Outside);

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(A, TrailOf(Outside)).Decision);
    }

    [Fact]
    public void A_forbidden_destination_is_refused_at_call_time_too()
    {
        exchange.Reserved(exchange.Organisation(), A, "0900-1234567");

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), decided.Decision);
        Assert.Contains(
            new TraceStep(TraceCode.DestinationForbidden, Number(A), Number("0900-1234567"), "destination-premium"),
            decided.Trace);
    }

    [Fact]
    public void Each_hop_is_under_the_policy_of_the_organisation_that_makes_it()
    {
        var home = exchange.Organisation();
        var abroad = exchange.Organisation(countries: AllowedCountries.Of("SE", "NO").Value);
        exchange.Reserved(home, A, "+4722123456");
        exchange.Reserved(home, B, C);
        exchange.Reserved(abroad, C, "+4722123456");

        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), exchange.Decide(A).Decision);
        Assert.Equal(new Forward(Number("+4722123456")), exchange.Decide(B).Decision);
    }

    [Fact]
    public void A_suspended_organisation_in_the_chain_breaks_it()
    {
        exchange.Reserved(exchange.Organisation(), A, C);
        exchange.Reserved(exchange.Organisation(Fallback), B, C);
        exchange.Reserved(exchange.Organisation(fallback: "070-174 06 98", suspended: true), C, Outside);

        Assert.Equal(new Refuse(RefuseReason.OrganisationSuspended), exchange.Decide(A).Decision);
        Assert.Equal(new Forward(Number(Fallback)), exchange.Decide(B).Decision);
    }

    [Fact]
    public void A_reserved_mobile_number_in_the_chain_breaks_it()
    {
        var organisation = exchange.Organisation(Fallback);
        exchange.Reserved(organisation, A, "070-174 06 05");
        exchange.Reserved(organisation, "070-174 06 05", Outside);

        Assert.Equal(new Forward(Number(Fallback)), exchange.Decide(A).Decision);
    }

    private static string Link(int i) => $"08-678 56 {i:00}";

    private static Exchange Chain(int diversions, string? fallback = null)
    {
        var chain = new Exchange();
        var organisation = chain.Organisation(fallback);
        for (var i = 0; i < diversions; i++)
        {
            chain.Reserved(organisation, Link(i), i == diversions - 1 ? Outside : Link(i + 1));
        }

        return chain;
    }
}

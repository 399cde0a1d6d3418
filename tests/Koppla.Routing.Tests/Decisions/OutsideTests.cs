using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Insight;
using Koppla.Routing.Profiles;
using NodaTime;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>Calls that a rule sends out of its organisation, and the policy that may keep them.</summary>
public sealed class OutsideTests
{
    private const string A = "08-678 55 00";
    private const string B = "08-678 55 01";
    private const string Outside = "070-174 06 10";
    private const string Desk = "070-174 06 99";

    private static readonly ExternalForwardPolicy Policy = ExternalForwardPolicy.Default;

    private readonly Exchange exchange = new();

    [Fact]
    public void When_nothing_is_said_everybody_may_and_sixty_calls_an_hour_are_sent() =>
        Assert.Equal(new(ForwardSetters.Everyone, false, 0, 60, 1_000), exchange.Organisations[exchange.Organisation()].ExternalForwards);

    [Fact]
    public void Where_nobody_may_forward_outside_no_rule_does_and_the_fallback_takes_the_call()
    {
        var organisation = Under(Policy with { SetBy = ForwardSetters.Nobody }, fallback: Desk);
        exchange.Reserved(organisation, A, Outside);
        exchange.Ruled(organisation, B, NumberRule.Forward(Number(Outside)));

        AssertStopped(exchange.Decide(A), TraceCode.ExternalForwardsOff, new Forward(Number(Desk)));
        AssertStopped(exchange.Decide(B), TraceCode.ExternalForwardsOff, new Forward(Number(Desk)));
    }

    [Theory]
    [InlineData(ForwardSetters.Everyone)]
    [InlineData(ForwardSetters.Administrators)]
    public void Who_may_set_a_destination_does_not_matter_to_one_that_stands(ForwardSetters setBy)
    {
        exchange.Reserved(Under(Policy with { SetBy = setBy }), A, Outside);

        Assert.Equal(new Forward(Number(Outside)), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_number_of_the_organisations_own_is_not_outside()
    {
        var organisation = Under(new(ForwardSetters.Nobody, false, 60, 0, 0));
        exchange.Reserved(organisation, A, B, since: Noon);
        var user = exchange.Assigned(organisation, B, App);

        var decided = exchange.Decide(A);

        Assert.Equal(Rings(App, user, B), decided.Decision);
        Assert.Empty(decided.Forwards);
    }

    [Fact]
    public void A_number_of_another_organisation_is_outside()
    {
        var organisation = Under(Policy with { SetBy = ForwardSetters.Nobody });
        exchange.Reserved(organisation, A, B);
        exchange.Assigned(exchange.Organisation(), B, App);

        AssertStopped(exchange.Decide(A), TraceCode.ExternalForwardsOff, new Refuse(RefuseReason.DestinationForbidden));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(29.999999, false)]
    [InlineData(30, true)]
    [InlineData(31, true)]
    public void A_new_destination_acts_when_the_cool_down_is_over_to_the_instant(double minutes, bool acts)
    {
        var organisation = Under(Policy with { CoolDownMinutes = 30 }, fallback: Desk);
        var since = Noon - Duration.FromMinutes(minutes);
        exchange.Reserved(organisation, A, Outside, since: since);
        var user = exchange.Ruled(organisation, B, NumberRule.Forward(Number(Outside)));
        exchange.Change(user, it => it with { NewDestinations = [new(Number(Outside), since)] });

        foreach (var called in new[] { A, B })
        {
            var decided = exchange.Decide(called);
            if (acts)
            {
                Assert.Equal(new Forward(Number(Outside)), decided.Decision);
            }
            else
            {
                AssertStopped(decided, TraceCode.ExternalForwardCoolingDown, new Forward(Number(Desk)));
            }
        }
    }

    [Fact]
    public void Without_a_cool_down_a_destination_acts_at_once_also_for_a_call_that_rang_before()
    {
        exchange.Reserved(Under(Policy), A, Outside, since: Noon + Duration.FromMinutes(1));

        Assert.Equal(new Forward(Number(Outside)), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_destination_of_which_it_is_not_known_since_when_it_stands_is_old()
    {
        exchange.Reserved(Under(Policy with { CoolDownMinutes = ExternalForwardPolicy.MaxCoolDownMinutes }), A, Outside);

        Assert.Equal(new Forward(Number(Outside)), exchange.Decide(A).Decision);
    }

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, false)]
    [InlineData(0, 9, true)]
    [InlineData(2, 8, false)]
    public void As_many_calls_as_are_allowed_go_outside_in_an_hour(int own, int others, bool goes)
    {
        var organisation = Under(Policy with { PerUserPerHour = 3, PerOrganisationPerHour = 10 }, fallback: Desk);
        exchange.Reserved(organisation, A, Outside);
        exchange.Counted(organisation, (Forwarder.Of(organisation, Number(A)), own), (Forwarder.Of(organisation, Number(B)), others));

        var decided = exchange.Decide(A);

        if (goes)
        {
            Assert.Equal(new Forward(Number(Outside)), decided.Decision);
            Assert.Equal([new(Forwarder.Of(organisation, Number(A)), exchange.Organisations[organisation].ExternalForwards)], decided.Forwards);
        }
        else
        {
            AssertStopped(decided, own == 3 ? TraceCode.UserForwardLimit : TraceCode.OrganisationForwardLimit, new Forward(Number(Desk)));
        }
    }

    [Fact]
    public void All_numbers_of_a_user_count_together()
    {
        var organisation = Under(Policy with { PerUserPerHour = 1 });
        var user = exchange.Ruled(organisation, A, NumberRule.Forward(Number(Outside)));
        exchange.Assigned(organisation, B, user);
        exchange.Counted(organisation, (Forwarder.Of(organisation, user), 1));

        AssertStopped(exchange.Decide(B), TraceCode.UserForwardLimit, new Refuse(RefuseReason.ForwardLimit));
    }

    [Fact]
    public void A_call_that_is_counted_already_goes_outside_once_more()
    {
        var organisation = Under(Policy with { PerUserPerHour = 1, PerOrganisationPerHour = 1 });
        exchange.Reserved(organisation, A, Outside);
        var forwarder = Forwarder.Of(organisation, Number(A));
        exchange.Counted(organisation, (forwarder, 1));

        Assert.Equal(
            new Forward(Number(Outside)),
            exchange.Decide(new Call(Number(A), null, Noon, Trail.Empty) { ForwardedBy = [forwarder] }).Decision);
    }

    [Fact]
    public void The_fallback_is_free_of_all_of_it_even_to_the_same_number()
    {
        var organisation = Under(new(ForwardSetters.Everyone, false, 60, 0, 0), fallback: Outside);
        exchange.Reserved(organisation, A, Outside, since: Noon);

        var decided = exchange.Decide(A);

        AssertStopped(decided, TraceCode.ExternalForwardCoolingDown, new Forward(Number(Outside)));
        Assert.Empty(decided.Forwards);
    }

    [Fact]
    public void A_fallback_of_ours_that_sends_calls_outside_is_a_rule_like_any_other()
    {
        var organisation = Under(Policy with { PerUserPerHour = 0 }, fallback: B);
        exchange.Reserved(organisation, A);
        exchange.Reserved(organisation, B, Outside);

        AssertStopped(exchange.Decide(A), TraceCode.UserForwardLimit, new Refuse(RefuseReason.NotForwarded));
    }

    [Fact]
    public void Who_places_a_call_outside_is_under_no_limit_of_forwards()
    {
        var organisation = Under(new(ForwardSetters.Nobody, false, 60, 0, 0));
        var call = new Call(Number(Outside), Number(A), Noon, Trail.Empty) { PlacedBy = organisation };

        var decided = exchange.Decide(call);

        Assert.Equal(new Forward(Number(Outside), FollowedUp: true), decided.Decision);
        Assert.Empty(decided.Forwards);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_rule_that_sends_a_call_to_its_called_number_is_under_the_limit(int sent, bool goes)
    {
        var organisation = Under(Policy with { PerUserPerHour = 1 }, fallback: Desk);
        var (call, forwarder) = SentTo(Outside, organisation);
        exchange.Counted(organisation, (forwarder, sent));

        var decided = exchange.Decide(call);

        if (goes)
        {
            Assert.Equal(new Forward(Number(Outside), FollowedUp: true), decided.Decision);
            Assert.Equal([forwarder], decided.Forwards.Select(forward => forward.By));
        }
        else
        {
            AssertStopped(decided, TraceCode.UserForwardLimit, new Refuse(RefuseReason.ForwardLimit));
        }
    }

    [Fact]
    public void A_rule_that_sends_a_call_to_its_called_number_needs_leave_for_one_of_another_organisation_and_none_for_its_own()
    {
        var organisation = Under(Policy with { SetBy = ForwardSetters.Nobody }, fallback: Desk);
        var user = exchange.Assigned(organisation, B, App);
        exchange.Assigned(exchange.Organisation(), "08-678 55 02", App);

        Assert.Equal(Rings(App, user, B, followedUp: true), exchange.Decide(SentTo(B, organisation).Call).Decision);
        AssertStopped(
            exchange.Decide(SentTo("08-678 55 02", organisation).Call), TraceCode.ExternalForwardsOff, new Refuse(RefuseReason.DestinationForbidden));
    }

    private static (Call Call, Forwarder By) SentTo(string number, OrganisationId organisation)
    {
        var by = Forwarder.Of(organisation, new UserId(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01")));
        var call = new Call(Number(number), null, Noon, Trail.Empty) { PlacedBy = organisation, SentBy = new SendingRule(by, Number(A)) };
        return (call, by);
    }

    [Fact]
    public void A_chain_through_another_organisation_counts_for_both_and_twice_for_one_that_it_comes_back_to()
    {
        const string C = "08-678 55 02";
        var one = Under(Policy with { PerOrganisationPerHour = 2 });
        var other = Under(Policy);
        exchange.Reserved(one, A, B);
        exchange.Reserved(other, B, C);
        exchange.Reserved(one, C, Outside);

        Assert.Equal(
            [Forwarder.Of(one, Number(A)), Forwarder.Of(other, Number(B)), Forwarder.Of(one, Number(C))],
            exchange.Decide(A).Forwards.Select(forward => forward.By));
        exchange.Counted(one, (Forwarder.Of(one, Number("010-123 45 67")), 1));
        AssertStopped(exchange.Decide(A), TraceCode.OrganisationForwardLimit, new Refuse(RefuseReason.ForwardLimit));
    }

    [Fact]
    public void An_outlook_tells_to_the_instant_when_a_new_destination_begins_to_act()
    {
        var organisation = Under(Policy with { CoolDownMinutes = 90 });
        exchange.Reserved(organisation, A, Outside, since: Noon);

        var outlook = exchange.Ask<Outlook>(data => Outlook.Of(data, Number(A), new Interval(Noon, Noon + Duration.FromDays(7))));

        Assert.Equal([Noon, Noon + Duration.FromMinutes(90)], outlook.Intervals.Select(interval => interval.Start));
        Assert.Equal(new Forward(Number(Outside)), outlook.Intervals[1].Prospect.Opening.Steps[0].Decision);
    }

    [Fact]
    public void An_outlook_does_not_take_the_calls_of_this_hour_for_those_of_the_next()
    {
        var organisation = Under(Policy with { PerUserPerHour = 1 });
        exchange.Reserved(organisation, A, Outside);
        exchange.Counted(organisation, (Forwarder.Of(organisation, Number(A)), 1));

        var outlook = exchange.Ask<Outlook>(data => Outlook.Of(data, Number(A), new Interval(Noon, Noon + Duration.FromDays(7))));

        Assert.Equal(new Forward(Number(Outside)), Assert.Single(outlook.Intervals).Prospect.Opening.Steps[0].Decision);
    }

    private OrganisationId Under(ExternalForwardPolicy policy, string? fallback = null)
    {
        var organisation = exchange.Organisation(fallback);
        exchange.Change(organisation, it => it with { ExternalForwards = policy });
        return organisation;
    }

    private static void AssertStopped(Decided decided, TraceCode by, Decision instead)
    {
        Assert.Equal(instead, decided.Decision);
        Assert.Single(decided.Trace, step => step.Code == by);
        Assert.Empty(decided.Forwards);
    }
}

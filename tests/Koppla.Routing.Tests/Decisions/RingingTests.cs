using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>What rings, for how long, and whether something is to be done if nobody takes the call.</summary>
public sealed class RingingTests
{
    private const string Fixed = "08-678 55 00";
    private const string Outside = "070-174 06 10";

    private static readonly TelephoneDevice Telephone = new(Number("070-174 06 20"));

    private readonly Exchange exchange = new();

    [Fact]
    public void All_devices_ring_at_once_for_as_long_as_the_rule_says()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring with { NoAnswerSeconds = 35 }, App, Telephone);

        var decided = exchange.Decide(Fixed);

        Assert.Equal(new Ring([App, Telephone], user, Number(Fixed), 35, FollowedUp: true), decided.Decision);
        Assert.Equal(TrailOf(Fixed), decided.Diversions);
        Assert.Equal([TraceCode.AppRings, TraceCode.TelephoneRings], decided.Trace[^2..].Select(step => step.Code));
    }

    [Fact]
    public void A_telephone_that_may_not_ring_is_left_out()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring, new TelephoneDevice(Number("0900-1234567")), App, new TelephoneDevice(Number(Fixed)));

        var decided = exchange.Decide(Fixed);

        Assert.Equal(Rings(App, user, Fixed), decided.Decision);
        Assert.Equal(Trail.Empty, decided.Diversions);
        Assert.Equal([TraceCode.DestinationForbidden, TraceCode.AppRings, TraceCode.DiversionLoop], decided.Trace[^3..].Select(step => step.Code));
    }

    [Fact]
    public void When_no_device_may_ring_the_last_failure_is_the_reason()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring, new TelephoneDevice(Number(Fixed)), new TelephoneDevice(Number("0900-1234567")));

        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), exchange.Decide(Fixed).Decision);
    }

    [Fact]
    public void One_device_with_nothing_set_is_not_followed_up()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring with { OnBusy = ForwardsTo(Outside, enabled: false) });

        Assert.Equal(Rings(App, user, Fixed), exchange.Decide(Fixed).Decision);
    }

    [Fact]
    public void A_condition_of_any_kind_is_a_reason_to_follow_up()
    {
        NumberRule[] rules =
        [
            NumberRule.Ring with { OnBusy = ForwardsTo(Outside) },
            NumberRule.Ring with { OnNoAnswer = ForwardsTo(Outside) },
            NumberRule.Ring with { OnNoConnection = Refers() },
            new(RuleAction.RingThenReferral),
        ];
        var organisation = exchange.Organisation();

        Assert.All(rules, rule =>
        {
            exchange.Ruled(organisation, Fixed, rule);
            Assert.True(Assert.IsType<Ring>(exchange.Decide(Fixed).Decision).FollowedUp);
        });
    }

    [Fact]
    public void A_fallback_is_a_reason_to_follow_up_unless_it_is_what_rings()
    {
        var organisation = exchange.Organisation(fallback: "08-678 55 10");
        exchange.Ruled(organisation, Fixed, NumberRule.Ring);
        exchange.Ruled(organisation, "08-678 55 10", NumberRule.Ring);

        Assert.True(Assert.IsType<Ring>(exchange.Decide(Fixed).Decision).FollowedUp);
        Assert.False(Assert.IsType<Ring>(exchange.Decide("08-678 55 10").Decision).FollowedUp);
    }

    [Fact]
    public void A_call_that_has_been_answered_already_is_followed_up()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring);

        Assert.True(Assert.IsType<Ring>(exchange.Decide(Fixed, Heard("08-678 55 99")).Decision).FollowedUp);
    }

    [Fact]
    public void A_forward_at_once_is_not_followed_up_even_with_a_fallback()
    {
        exchange.Ruled(exchange.Organisation(fallback: "070-174 06 99"), Fixed, NumberRule.Forward(Number(Outside)));

        Assert.Equal(new Forward(Number(Outside)), exchange.Decide(Fixed).Decision);
    }
}

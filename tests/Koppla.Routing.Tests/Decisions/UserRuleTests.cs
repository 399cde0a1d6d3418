using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class UserRuleTests
{
    private const string Fixed = "08-678 55 00";
    private const string Mobile = "070-174 06 05";

    private readonly Exchange exchange = new();

    [Fact]
    public void Without_a_rule_the_device_rings()
    {
        var organisation = exchange.Organisation();
        var user = exchange.Assigned(organisation, Fixed, App);

        var decided = exchange.Decide(Fixed);

        Assert.Equal(Rings(App, user, Fixed), decided.Decision);
        Assert.Equal(user, decided.User?.Id);
        Assert.Equal(organisation, decided.Organisation?.Id);
        Assert.Equal(Trail.Empty, decided.Diversions);
        Assert.Equal(
            [TraceCode.OrganisationActive, TraceCode.ProfileDefault, TraceCode.UserDoesNotForward, TraceCode.AppRings],
            decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void The_rule_of_the_called_numbers_kind_decides()
    {
        var organisation = exchange.Organisation();
        var user = exchange.User(organisation, App, fixedTo: "070-174 06 10", mobileTo: "070-174 06 20");
        exchange.Assigned(organisation, Fixed, user);
        exchange.Assigned(organisation, "010-123 45 67", user);
        exchange.Assigned(organisation, Mobile, user);

        Assert.Equal(new Forward(Number("070-174 06 10")), exchange.Decide(Fixed).Decision);
        Assert.Equal(new Forward(Number("070-174 06 10")), exchange.Decide("010-123 45 67").Decision);
        Assert.Equal(new Forward(Number("070-174 06 20")), exchange.Decide(Mobile).Decision);
    }

    [Fact]
    public void A_rule_that_is_switched_off_lets_the_device_ring()
    {
        var user = exchange.Assigned(exchange.Organisation(), Fixed, App, forwardsTo: Mobile, enabled: false);

        var decided = exchange.Decide(Fixed);

        Assert.Equal(Rings(App, user, Fixed), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.UserForwardingOff, Number(Fixed), Number(Mobile)), decided.Trace);
    }

    [Fact]
    public void A_telephone_in_the_public_network_rings_with_the_called_number_in_its_trail()
    {
        var telephone = new TelephoneDevice(Number(Mobile));
        var user = exchange.Assigned(exchange.Organisation(), Fixed, telephone);

        var decided = exchange.Decide(Fixed);

        Assert.Equal(Rings(telephone, user, Fixed), decided.Decision);
        Assert.Equal(TrailOf(Fixed), decided.Diversions);
    }

    [Fact]
    public void A_telephone_that_is_the_called_number_would_be_a_loop()
    {
        exchange.Assigned(exchange.Organisation(), Mobile, new TelephoneDevice(Number(Mobile)));

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(Mobile).Decision);
    }

    [Fact]
    public void A_telephone_is_under_the_policy_as_any_destination()
    {
        exchange.Assigned(exchange.Organisation(), Fixed, new TelephoneDevice(Number("+4722123456")));

        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), exchange.Decide(Fixed).Decision);
    }

    [Fact]
    public void A_user_without_a_device_gets_the_fallback_or_nothing()
    {
        exchange.Assigned(exchange.Organisation(), Fixed, device: null);
        exchange.Assigned(exchange.Organisation(fallback: Mobile), "08-678 55 01", device: null);

        Assert.Equal(new Refuse(RefuseReason.NoDevice), exchange.Decide(Fixed).Decision);
        Assert.Equal(new Forward(Number(Mobile)), exchange.Decide("08-678 55 01").Decision);
    }

    [Fact]
    public void A_user_that_does_not_exist_gets_the_fallback_or_nothing()
    {
        exchange.Assigned(exchange.Organisation(), Fixed, new UserId(Guid.Empty));
        exchange.Assigned(exchange.Organisation(fallback: Mobile), "08-678 55 01", new UserId(Guid.Empty));

        Assert.Equal(new Refuse(RefuseReason.UserMissing), exchange.Decide(Fixed).Decision);
        Assert.Equal(new Forward(Number(Mobile)), exchange.Decide("08-678 55 01").Decision);
    }

    [Fact]
    public void A_user_of_another_organisation_does_not_exist()
    {
        var user = exchange.User(exchange.Organisation(), App);
        exchange.Assigned(exchange.Organisation(), Fixed, user);

        var decided = exchange.Decide(Fixed);

        Assert.Equal(new Refuse(RefuseReason.UserMissing), decided.Decision);
        Assert.Null(decided.User);
    }
}

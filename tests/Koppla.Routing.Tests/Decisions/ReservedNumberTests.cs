using Koppla.Routing.Decisions;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class ReservedNumberTests
{
    private readonly Exchange exchange = new();

    [Fact]
    public void A_number_that_is_not_ours_is_refused()
    {
        var decided = exchange.Decide("08-678 55 00");

        Assert.Equal(new Refuse(RefuseReason.UnknownNumber), decided.Decision);
        Assert.Null(decided.Organisation);
        Assert.Equal([TraceCode.NumberUnknown, TraceCode.Refused], decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void A_reserved_number_is_forwarded()
    {
        var organisation = exchange.Organisation();
        exchange.Reserved(organisation, "08-678 55 00", "070-174 06 10");

        var decided = exchange.Decide("08-678 55 00");

        Assert.Equal(new Forward(Number("070-174 06 10")), decided.Decision);
        Assert.Equal(organisation, decided.Organisation?.Id);
        Assert.Null(decided.User);
        Assert.Equal(TrailOf("08-678 55 00"), decided.Diversions);
        Assert.Equal(
            [TraceCode.OrganisationActive, TraceCode.ReservedForwarded, TraceCode.DestinationExternal],
            decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void A_reserved_number_without_forwarding_is_refused()
    {
        exchange.Reserved(exchange.Organisation(), "08-678 55 00");

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), exchange.Decide("08-678 55 00").Decision);
    }

    [Fact]
    public void A_forwarding_that_is_switched_off_is_not_followed_but_told()
    {
        exchange.Reserved(exchange.Organisation(), "08-678 55 00", "070-174 06 10", enabled: false);

        var decided = exchange.Decide("08-678 55 00");

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.ReservedForwardingOff, Number("08-678 55 00"), Number("070-174 06 10")), decided.Trace);
    }

    [Fact]
    public void A_reserved_number_without_forwarding_goes_to_the_fallback()
    {
        exchange.Reserved(exchange.Organisation(fallback: "08-678 55 99"), "08-678 55 00");

        var decided = exchange.Decide("08-678 55 00");

        Assert.Equal(new Forward(Number("08-678 55 99")), decided.Decision);
        Assert.Equal(TrailOf("08-678 55 00"), decided.Diversions);
    }

    [Fact]
    public void A_reserved_mobile_number_is_refused_whatever_its_forwarding_and_fallback()
    {
        exchange.Reserved(exchange.Organisation(fallback: "08-678 55 99"), "070-174 06 05", "070-174 06 10");

        Assert.Equal(new Refuse(RefuseReason.ReservedMobile), exchange.Decide("070-174 06 05").Decision);
    }

    [Fact]
    public void A_suspended_organisation_takes_no_calls_and_has_no_fallback()
    {
        var organisation = exchange.Organisation(fallback: "08-678 55 99", suspended: true);
        exchange.Reserved(organisation, "08-678 55 00", "070-174 06 10");
        exchange.Assigned(organisation, "08-678 55 01", App);

        Assert.Equal(new Refuse(RefuseReason.OrganisationSuspended), exchange.Decide("08-678 55 00").Decision);
        Assert.Equal(new Refuse(RefuseReason.OrganisationSuspended), exchange.Decide("08-678 55 01").Decision);
        Assert.Equal(organisation, exchange.Decide("08-678 55 00").Organisation?.Id);
    }

    [Fact]
    public void A_number_of_an_organisation_that_does_not_exist_is_refused()
    {
        exchange.Reserved(new(Guid.Empty), "08-678 55 00", "070-174 06 10");

        Assert.Equal(new Refuse(RefuseReason.OrganisationMissing), exchange.Decide("08-678 55 00").Decision);
    }
}

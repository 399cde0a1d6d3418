using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>Calls that a user of ours places.</summary>
public sealed class PlacedCallTests
{
    private const string Caller = "08-678 55 00";
    private const string Ours = "08-678 55 10";
    private const string Outside = "070-174 06 10";

    private readonly Exchange exchange = new();

    [Fact]
    public void A_number_outside_is_called_and_seen_to()
    {
        var organisation = exchange.Organisation();

        var decided = Place(organisation, Outside);

        Assert.Equal(new Forward(Number(Outside), FollowedUp: true), decided.Decision);
        Assert.Equal(organisation, decided.Organisation?.Id);
        Assert.Equal(0, decided.Diversions.Count);
        Assert.Equal([TraceCode.OrganisationActive, TraceCode.DestinationExternal], decided.Trace.Select(step => step.Code));
        Assert.Equal([Number(Caller), Number(Outside)], decided.Trace.Select(step => step.Number));
    }

    [Theory]
    [InlineData(LineState.Busy, RefuseReason.Busy, TraceCode.LineBusy)]
    [InlineData(LineState.Declined, RefuseReason.Busy, TraceCode.LineDeclined)]
    [InlineData(LineState.NoAnswer, RefuseReason.NoAnswer, TraceCode.LineNoAnswer)]
    [InlineData(LineState.NoConnection, RefuseReason.NoConnection, TraceCode.LineNoConnection)]
    public void One_that_does_not_take_the_call_ends_it_with_the_reason_whatever_the_fallback(LineState state, RefuseReason reason, TraceCode told)
    {
        var organisation = exchange.Organisation(fallback: Ours);

        var decided = Place(organisation, Outside, Tried(Outside, state));

        Assert.Equal(new Refuse(reason), decided.Decision);
        Assert.Equal([TraceCode.OrganisationActive, told, TraceCode.Refused], decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void The_policy_of_the_organisation_counts()
    {
        var organisation = exchange.Organisation(countries: AllowedCountries.Of(["SE"]).Value);

        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), Place(organisation, "+4930901820").Decision);
        Assert.Equal(new Refuse(RefuseReason.DestinationForbidden), Place(exchange.Organisation(), "0944 12 34 56").Decision);
    }

    [Fact]
    public void Who_is_suspended_or_is_not_there_calls_nobody()
    {
        Assert.Equal(new Refuse(RefuseReason.OrganisationSuspended), Place(exchange.Organisation(suspended: true), Outside).Decision);
        Assert.Equal(new Refuse(RefuseReason.OrganisationMissing), Place(new OrganisationId(Guid.NewGuid()), Outside).Decision);
    }

    [Fact]
    public void A_number_of_ours_follows_its_own_rules_as_for_every_caller()
    {
        var organisation = exchange.Organisation(fallback: Outside);
        var user = exchange.Assigned(organisation, Ours, App);

        Assert.Equal(Rings(App, user, Ours, followedUp: true), Place(organisation, Ours).Decision);
        Assert.Equal(exchange.Decide(Ours, LineStates.Empty, Caller), Place(organisation, Ours), (one, other) => one!.Decision == other!.Decision);
    }

    [Fact]
    public void Without_anybody_who_places_it_a_number_outside_is_unknown() =>
        Assert.Equal(new Refuse(RefuseReason.UnknownNumber), exchange.Decide(Outside).Decision);

    private Decided Place(OrganisationId by, string called, LineStates? lines = null) => exchange.Decide(
        new Call(Number(called), Number(Caller), Noon, Trail.Empty) { Lines = lines ?? LineStates.Empty, PlacedBy = by });
}

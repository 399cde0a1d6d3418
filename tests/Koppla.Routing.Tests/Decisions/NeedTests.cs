using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using NodaTime;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class NeedTests
{
    private const string Called = "08-678 55 00";
    private const string Destination = "070-174 06 10";

    private readonly Exchange exchange = new();

    [Fact]
    public void The_called_number_is_read_first() =>
        Assert.Equal([new MissingNumber(Number(Called))], Missing(RoutingData.Empty));

    [Fact]
    public void A_reserved_numbers_organisation_and_destination_are_read_together()
    {
        var organisation = exchange.Organisation();
        exchange.Reserved(organisation, Called, Destination);

        Assert.Equal([new MissingOrganisation(organisation), new MissingNumber(Number(Destination))], Missing(AfterOneRound()));
        Assert.Equal(new Forward(Number(Destination)), exchange.Decide(Called).Decision);
        Assert.Equal(2, exchange.Rounds);
    }

    [Fact]
    public void A_user_and_the_organisation_are_read_together()
    {
        var organisation = exchange.Organisation();
        var user = exchange.Assigned(organisation, Called, App);

        Assert.Equal([new MissingOrganisation(organisation), new MissingUser(organisation, user)], Missing(AfterOneRound()));
    }

    [Fact]
    public void Only_what_is_missing_is_read()
    {
        var organisation = exchange.Organisation();
        var user = exchange.Assigned(organisation, Called, App);
        var withOrganisation = AfterOneRound().With(exchange.Organisations[organisation]);
        var withUser = AfterOneRound().WithAbsent(new MissingUser(organisation, user));

        Assert.Equal([new MissingUser(organisation, user)], Missing(withOrganisation));
        Assert.Equal([new MissingOrganisation(organisation)], Missing(withUser));
    }

    [Fact]
    public void A_destination_that_is_switched_off_is_not_read()
    {
        var organisation = exchange.Organisation();
        exchange.Reserved(organisation, Called, Destination, enabled: false);

        Assert.Equal([new MissingOrganisation(organisation)], Missing(AfterOneRound()));
    }

    private RoutingData AfterOneRound() =>
        exchange.Read(RoutingData.Empty, new Need([new MissingNumber(Number(Called))]));

    private static ImmutableArray<MissingData> Missing(RoutingData data) =>
        ((Need)RoutingEngine.Decide(data, new Call(Number(Called), Caller: null, default(Instant), Trail.Empty))).Missing;
}

using Koppla.Routing.Decisions;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class FallbackTests
{
    private const string A = "08-678 55 00";
    private const string Desk = "08-678 55 10";

    private readonly Exchange exchange = new();

    [Fact]
    public void A_fallback_of_ours_follows_its_owners_rules()
    {
        var organisation = exchange.Organisation(fallback: Desk);
        exchange.Reserved(organisation, A);
        var user = exchange.Assigned(organisation, Desk, App);

        Assert.Equal(Rings(App, user, Desk), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_fallback_is_tried_once_and_the_first_failure_is_the_reason()
    {
        var organisation = exchange.Organisation(fallback: Desk);
        exchange.Reserved(organisation, A);
        exchange.Assigned(organisation, Desk, device: null);

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), decided.Decision);
        Assert.Equal(
            [
                TraceCode.OrganisationActive, TraceCode.ReservedNotForwarded, TraceCode.Fallback,
                TraceCode.OrganisationActive, TraceCode.ProfileDefault, TraceCode.UserDoesNotForward, TraceCode.NoDevice,
                TraceCode.FallbackAlreadyTried, TraceCode.Refused,
            ],
            decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void A_fallback_that_has_been_visited_is_not_used()
    {
        var organisation = exchange.Organisation(fallback: Desk);
        exchange.Reserved(organisation, A, Desk);
        exchange.Reserved(organisation, Desk);

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_fallback_that_is_the_called_number_is_not_used()
    {
        exchange.Reserved(exchange.Organisation(fallback: A), A);

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), exchange.Decide(A).Decision);
    }

    [Fact]
    public void A_fallback_is_under_the_policy()
    {
        exchange.Reserved(exchange.Organisation(fallback: "0771234567"), A);

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.NotForwarded), decided.Decision);
        Assert.Contains(decided.Trace, step => step is { Code: TraceCode.DestinationForbidden, Detail: "destination-shared-cost" });
    }
}

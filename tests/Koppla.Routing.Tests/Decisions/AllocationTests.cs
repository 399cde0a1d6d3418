using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>A decision with everything read leaves less than 1 KB behind, however long its way.</summary>
public sealed class AllocationTests
{
    private const int MostBytes = 1024;
    private const int Decisions = 100;

    private readonly Exchange exchange = new();

    [Fact]
    public void The_longest_chain_that_fails_and_goes_to_the_fallback()
    {
        var organisation = exchange.Organisation(fallback: "08-678 56 99");
        for (var i = 0; i <= RoutingEngine.MaxDiversions; i++)
        {
            exchange.Ruled(organisation, Link(i), NumberRule.Forward(Number(Link(i + 1))));
        }

        var user = exchange.Ruled(organisation, "08-678 56 99", NumberRule.Ring);

        Assert.Equal(user, Assert.IsType<Ring>(AssertSmall(Link(0), LineStates.Empty)).User);
    }

    [Fact]
    public void A_condition_that_leads_outside()
    {
        exchange.Ruled(exchange.Organisation(), Link(0), NumberRule.Ring with { OnBusy = ForwardsTo("070-174 06 10") });

        Assert.IsType<Forward>(AssertSmall(Link(0), Tried(Link(0), LineState.Busy)));
    }

    private static string Link(int i) => $"08-678 56 {i:00}";

    private Decision AssertSmall(string called, LineStates lines)
    {
        var call = new Call(Number(called), Caller: null, Noon, Trail.Empty) { Lines = lines };
        var data = RoutingData.Empty;
        while (RoutingEngine.Decide(data, call) is Need need)
        {
            data = exchange.Read(data, need);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Decisions; i++)
        {
            RoutingEngine.Decide(data, call);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Decisions, 0, MostBytes);
        return ((Decided)RoutingEngine.Decide(data, call)).Decision;
    }
}

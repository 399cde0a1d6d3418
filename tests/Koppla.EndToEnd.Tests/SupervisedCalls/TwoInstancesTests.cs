using Koppla.Simulator.Faults;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>A call is nobody's: whichever instance hears of it carries it on.</summary>
public sealed class TwoInstancesTests(TwoInstances instances) : IClassFixture<TwoInstances>, IDisposable
{
    private FaultPlan Faults => instances.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Fact]
    public async Task What_one_instance_has_answered_the_other_carries_on() =>
        Assert.Equal(Stories.Outcomes, await instances.PlayAsync(instances.First));

    [Fact]
    public async Task What_the_other_is_never_told_of_the_sweeper_of_the_first_makes_good()
    {
        foreach (var name in new[] { "CallConnected", "PlayCompleted", "CallTransferAccepted", "CallDisconnected" })
        {
            Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Only = name, Drop = true });
        }

        Assert.Equal(Stories.Outcomes, await instances.PlayAsync(instances.First, TimeSpan.FromSeconds(3)));
    }
}

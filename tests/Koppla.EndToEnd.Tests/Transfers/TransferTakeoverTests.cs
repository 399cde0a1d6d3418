using Koppla.EndToEnd.Tests.SupervisedCalls;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>People ask the first instance, and the events of their calls come to the second; half-way the first dies.</summary>
[Collection(TransferPlays.OneAfterTheOther)]
public sealed class TransferTakeoverTests(TwoInstances instances) : IClassFixture<TwoInstances>
{
    [Fact]
    public async Task What_one_instance_has_begun_another_ends_as_the_table_says()
    {
        var plays = await TransferPlays.BeginAsync(instances, async play =>
        {
            await play.BeginAsync();
            await play.ReachAsync();
        });

        await instances.KillFirstAsync();
        instances.Tenant.Instance = instances.Second;

        await TransferPlays.EndAsync(instances, plays, instance: instances.Second, end: async play =>
        {
            play.GoTo(instances.Second);
            await play.HappensAsync();
            await play.IsSoAsync();
            await play.EndAsync();
        });
    }
}

using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.EndToEnd.Tests.Transfers;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.LiveUpdates;

/// <summary>The second instance is told of the calls; a stream on the first sees it, and goes on at the second.</summary>
public sealed class OtherInstanceTests(TwoInstances instances) : IClassFixture<TwoInstances>
{
    [Fact]
    public async Task What_another_instance_has_changed_is_told_and_any_instance_goes_on_where_one_was()
    {
        using var stage = await TransferStage.TalkAsync(instances.Stack, instances.Tenant, StageNumbers.Take(), TelephoneScript.NoAnswer());
        await using var events = stage.Events();
        await events.ConnectAsync(instances.First);
        await stage.BeginAsync("announced");
        await events.HearsAsync("transfer-ringing ringing");

        Assert.True(await stage.Call.AnswerAsync(stage.C)); // the second is told
        await events.HearsAsync("consulting consulting");
        var before = events.Told.Count;
        await events.ConnectAsync(instances.Second);
        Assert.Equal("completed", await stage.AskAsync("complete")); // the first is asked
        await events.HearsAsync("left completed");

        Assert.Equal(["left completed"], events.Told.Skip(before));
        await stage.Call.HangUpAsync();
        await instances.EndOfAsync(stage.Call);
    }
}

using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.EndToEnd.Tests.Transfers;

namespace Koppla.EndToEnd.Tests.LiveUpdates;

/// <summary>The app is killed under its streams, and starts again.</summary>
public sealed class RestartTests(CrashingStack own) : IClassFixture<CrashingStack>
{
    [Fact]
    public async Task Whoever_comes_back_after_a_restart_is_told_what_differs_and_nothing_twice()
    {
        using var stage = await TransferStage.TalkAsync(own.Stack, own.Tenant, StageNumbers.Take());
        await using var events = stage.Events();
        await events.ConnectAsync();
        await stage.BeginAsync("announced");
        await events.HearsAsync("consulting consulting");

        await own.CrashAsync(events.EndsAsync);
        Assert.Equal("completed", await stage.AskAsync("complete"));
        var before = events.Told.Count;
        await events.ConnectAsync();
        await events.HearsAsync("left completed");

        Assert.Equal(["left completed"], events.Told.Skip(before));
        await stage.Call.HangUpAsync();
        await own.EndOfAsync(stage.Call);
    }
}

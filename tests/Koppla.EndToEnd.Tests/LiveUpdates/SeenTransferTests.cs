using Koppla.EndToEnd.Tests.Transfers;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.LiveUpdates;

/// <summary>Transfers, as the one who asked for them sees them happen.</summary>
public sealed class SeenTransferTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task An_announced_transfer_is_told_as_it_goes_and_then_the_call_is_left()
    {
        using var stage = await TalkAsync(TelephoneScript.NoAnswer());
        await using var events = stage.Events();
        await events.ConnectAsync();
        await events.HearsAsync("talking");

        await stage.BeginAsync("announced");
        await events.HearsAsync("transfer-ringing ringing");
        Assert.True(await stage.Call.AnswerAsync(stage.C));
        await events.HearsAsync("consulting consulting");
        Assert.Equal("completed", await stage.AskAsync("complete"));
        await events.HearsAsync("left completed");

        Assert.Equal(["talking", "transfer-ringing ringing", "consulting consulting", "left completed"], events.Told);
        await stage.EndAsync(stage.A, stage.C);
    }

    [Fact]
    public async Task Whoever_takes_the_call_over_is_told_of_it()
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        using var side = stage.AsC();
        await using var events = side.Events();
        await events.ConnectAsync();

        await stage.BeginAsync("direct");

        await events.HearsAsync("talking completed");
        await stage.EndAsync(stage.A, stage.C);
        await events.HearsAsync("ended completed");
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("declined")]
    public async Task A_direct_transfer_that_comes_back_is_told_with_the_reason(string reason)
    {
        using var stage = await TalkAsync(Scripts.Of(reason));
        stage.Script(stage.B, TelephoneScript.NoAnswer());
        await using var events = stage.Events();
        await events.ConnectAsync();
        await events.HearsAsync("talking");

        await stage.BeginAsync("direct");
        await events.HearsAsync($"recalling recalling {reason}");
        await stage.RingsAsync(stage.B);
        Assert.True(await stage.Call.AnswerAsync(stage.B));
        await events.HearsAsync($"talking failed {reason}");

        await stage.EndAsync(stage.B, stage.B);
        await events.HearsAsync($"ended failed {reason}");
    }

    [Fact]
    public async Task Whoever_comes_back_after_a_broken_connection_is_told_what_differs_and_nothing_twice()
    {
        using var stage = await TalkAsync(TelephoneScript.NoAnswer());
        await using var events = stage.Events();
        await events.ConnectAsync();
        await stage.BeginAsync("announced");
        await events.HearsAsync("transfer-ringing ringing");
        await events.DropAsync();

        Assert.True(await stage.Call.AnswerAsync(stage.C));
        await stage.ConsultAsync();
        Assert.Equal("completed", await stage.AskAsync("complete"));
        var before = events.Told.Count;
        await events.ConnectAsync();
        await events.HearsAsync("left completed");

        Assert.Equal(["left completed"], events.Told.Skip(before));
        await stage.EndAsync(stage.A, stage.C);
    }

    [Fact]
    public async Task The_transferor_who_has_left_still_lists_the_call_and_cannot_transfer_it_again()
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        await stage.BeginAsync("direct");
        await stage.BecomesAsync("completed");

        Assert.Equal("left completed", await stage.ListedAsync());
        using var again = await stage.PostTransferAsync("direct");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, again.StatusCode);
        await stage.AreThereAsync([stage.A, stage.C]);

        // Also when the one who has it now gives it on.
        using var next = stage.AsC();
        await next.BeginAsync("direct", TestNumbers.External());
        await next.BecomesAsync("completed");
        Assert.Equal("left completed", await stage.ListedAsync());
        await stage.BecomesAsync("completed");
        Assert.True(await stage.Call.HangUpAsync(stage.A));
    }

    private Task<TransferStage> TalkAsync(TelephoneScript c) => TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, c);
}

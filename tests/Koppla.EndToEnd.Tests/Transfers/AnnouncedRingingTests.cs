using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>An announced transfer while C rings: B hears the ringing, A hears music.</summary>
public sealed class AnnouncedRingingTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task A_is_on_hold_before_C_rings_and_only_B_hears_the_ringing()
    {
        using var stage = await RingingAsync();

        await stage.AreRingingAsync([stage.B], stage.C, stage.A);
        var after = stage.Call.Timeline.Select(entry => entry.Text).SkipWhile(text => text != $"{stage.A} is on hold").ToArray();
        Assert.Contains(after, text => text == $"telephone {stage.C} rings");
        var ringback = Assert.Single(after, text => text.Contains("ringback", StringComparison.Ordinal));
        Assert.EndsWith($"again and again, to {stage.B}", ringback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_who_hangs_up_and_C_who_does_not_answer_end_the_call()
    {
        using var stage = await RingingAsync();

        await stage.Call.HangUpAsync();
        await stage.BecomesAsync("abandoned");
        Assert.True(await stage.Call.HangUpAsync(stage.C)); // declines

        await stage.OverAsync(stage.B);
    }

    [Fact]
    public async Task A_and_B_who_both_hang_up_stop_the_ringing()
    {
        using var stage = await RingingAsync();

        await stage.Call.HangUpAsync();
        await stage.Call.HangUpAsync(stage.B);

        await stage.OverAsync(stage.B);
    }

    [Fact]
    public async Task B_who_hangs_up_has_made_it_a_direct_transfer()
    {
        using var stage = await RingingAsync();

        await stage.Call.HangUpAsync(stage.B);
        var transfer = await stage.BecomesAsync("direct");
        Assert.Equal("direct", transfer.GetProperty("mode").GetString());
        Assert.Equal("409 transfer-direct", await stage.AskAsync("cancel"));
        Assert.True(await stage.Call.AnswerAsync(stage.C));

        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.BecomesAsync("completed");
        await stage.EndAsync(stage.A, stage.C);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task B_who_has_left_is_rung_again_when_C_declines(bool completes)
    {
        using var stage = await RingingAsync();
        await (completes ? (Task)stage.AskAsync("complete") : stage.Call.HangUpAsync(stage.B));
        await stage.BecomesAsync("direct");

        Assert.True(await stage.Call.HangUpAsync(stage.C)); // declines

        await stage.AreThereAsync([stage.A, stage.B]);
        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal("declined", transfer.GetProperty("reason").GetString());
        await stage.EndAsync(stage.A, stage.B);
    }

    [Fact]
    public async Task Cancelled_it_stops_the_ringing_and_A_and_B_talk_again()
    {
        using var stage = await RingingAsync();

        Assert.Equal("cancelled", await stage.AskAsync("cancel"));

        await stage.AreThereAsync([stage.A, stage.B]);
        Assert.Equal("409 transfer-over", await stage.AskAsync("cancel"));
        await stage.EndAsync(stage.A, stage.B);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task C_who_rings_out_leaves_A_and_B_together_again()
    {
        using var stage = await TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, TelephoneScript.NoAnswer());

        await stage.BeginAsync("announced", seconds: 5);

        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal("no-answer", transfer.GetProperty("reason").GetString());
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
    }

    private async Task<TransferStage> RingingAsync()
    {
        var stage = await TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, TelephoneScript.NoAnswer());
        await stage.BeginAsync("announced");
        await stage.AreRingingAsync([stage.B], stage.C, stage.A);
        return stage;
    }
}

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>An announced transfer whose C has answered: B and C talk, A hears music.</summary>
public sealed class ConsultingTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task Completed_A_and_C_talk_and_B_is_released()
    {
        using var stage = await ConsultingAsync();
        Assert.Equal(["is on hold"], stage.Holds());

        Assert.Equal("completed", await stage.AskAsync("complete"));

        await stage.AreThereAsync([stage.A, stage.C]);
        Assert.Equal("409 transfer-over", await stage.AskAsync("complete"));
        Assert.Equal("409 transfer-over", await stage.AskAsync("cancel"));
        await stage.EndAsync(stage.C, stage.C);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task Cancelled_C_is_released_and_A_and_B_talk_again()
    {
        using var stage = await ConsultingAsync();

        Assert.Equal("cancelled", await stage.AskAsync("cancel"));

        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task A_number_outside_is_consulted_and_gets_the_call()
    {
        var outside = TestNumbers.External();
        using var stage = await TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers);

        await stage.BeginAsync("announced", outside);
        await stage.AreThereAsync([stage.B, outside.E164], stage.A);
        await stage.BecomesAsync("consulting");
        Assert.Equal("completed", await stage.AskAsync("complete"));

        await stage.AreThereAsync([stage.A, outside.E164]);
        await stage.EndAsync(outside.E164, outside.E164);
    }

    [Fact]
    public async Task A_transfer_that_was_taken_back_can_be_followed_by_another()
    {
        using var stage = await ConsultingAsync();
        Assert.Equal("cancelled", await stage.AskAsync("cancel"));
        await stage.AreThereAsync([stage.A, stage.B]);

        await stage.BeginAsync("announced");
        await stage.ConsultAsync();
        Assert.Equal("completed", await stage.AskAsync("complete"));

        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.EndAsync(stage.A, stage.C);
        Assert.Equal(["is on hold", "is off hold", "is on hold", "is off hold"], stage.Holds());
    }

    private async Task<TransferStage> ConsultingAsync()
    {
        var stage = await TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();
        return stage;
    }
}

using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A direct transfer: B is out of the call at once, A hears music until C answers.</summary>
public sealed class DirectTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task C_who_answers_talks_with_A()
    {
        using var stage = await TalkAsync(TelephoneScript.Default);

        await stage.BeginAsync("direct");

        await stage.AreThereAsync([stage.A, stage.C]);
        var transfer = await stage.BecomesAsync("completed");
        Assert.False(transfer.TryGetProperty("reason", out _));
        await stage.EndAsync(stage.A, stage.C);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("declined")]
    [InlineData("no-answer")]
    [InlineData("no-connection")]
    public async Task C_who_does_not_take_it_sends_it_back_to_B(string reason)
    {
        using var stage = await TalkAsync(Scripts.Of(reason));

        await stage.BeginAsync("direct");

        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal(reason, transfer.GetProperty("reason").GetString());
        Assert.Equal(1, transfer.GetProperty("recalls").GetInt32());
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.B, stage.B);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task Whoever_got_the_call_can_transfer_it_on()
    {
        var outside = TestNumbers.External();
        using var stage = await TalkAsync(TelephoneScript.Default);
        await stage.BeginAsync("direct");
        await stage.BecomesAsync("completed");
        await stage.AreThereAsync([stage.A, stage.C]);

        using var next = stage.AsC();
        Assert.Equal(stage.Id, await next.FindCallAsync());
        await next.BeginAsync("direct", outside);

        await stage.AreThereAsync([stage.A, outside.E164]);
        await next.BecomesAsync("completed");
        await stage.EndAsync(stage.A, outside.E164);
    }

    private Task<TransferStage> TalkAsync(TelephoneScript c) => TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, c);
}

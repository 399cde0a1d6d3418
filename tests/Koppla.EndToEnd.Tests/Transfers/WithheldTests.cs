using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A withholds the number: it is the same call.</summary>
public sealed class WithheldTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task Announced_and_completed()
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();

        Assert.Equal("completed", await stage.AskAsync("complete"));

        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.EndAsync(stage.C, stage.C);
    }

    [Fact]
    public async Task Announced_and_A_hangs_up()
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();

        await stage.Call.HangUpAsync();

        await stage.BecomesAsync("abandoned");
        await stage.AreThereAsync([stage.B, stage.C]);
        await stage.EndAsync(stage.C, stage.C);
    }

    [Fact]
    public async Task Direct_to_a_number_outside()
    {
        var outside = TestNumbers.External();
        using var stage = await TalkAsync(TelephoneScript.Default);

        await stage.BeginAsync("direct", outside);

        await stage.AreThereAsync([stage.A, outside.E164]);
        await stage.BecomesAsync("completed");
        await stage.EndAsync(stage.A, outside.E164);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task Direct_and_back_to_B()
    {
        using var stage = await TalkAsync(TelephoneScript.Busy());

        await stage.BeginAsync("direct");

        await stage.BecomesAsync("failed");
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
    }

    private Task<TransferStage> TalkAsync(TelephoneScript c) =>
        TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, c, caller: null);
}

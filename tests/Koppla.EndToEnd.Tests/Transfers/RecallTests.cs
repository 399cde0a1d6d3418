using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>B, who gave the call to a C who did not take it, is rung twice; then A is told. Time is made to pass.</summary>
public sealed class RecallTests(OwnStack own) : IClassFixture<OwnStack>
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    [Fact]
    public async Task B_who_answers_the_second_time_talks_with_A()
    {
        using var stage = await RecalledAsync(TelephoneScript.Decline(), TelephoneScript.Default);

        await own.SweepAsync(stage.Call);

        await stage.AreThereAsync([stage.A, stage.B]);
        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal("busy", transfer.GetProperty("reason").GetString());
        Assert.Equal(2, transfer.GetProperty("recalls").GetInt32());
        await stage.EndAsync(stage.A, stage.B);
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
    }

    [Fact]
    public async Task B_who_answers_neither_time_leaves_A_to_an_announcement()
    {
        using var stage = await RecalledAsync(TelephoneScript.Decline());

        await own.SweepAsync(stage.Call);

        await stage.BecomesAsync("failed");
        await stage.OverAsync(stage.B);
        Assert.Equal(["Den du söker kan inte svara just nu. Försök igen senare."], stage.Call.Spoken());
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
        Assert.Equal(2, stage.Call.Timeline.Count(entry => entry.Text == $"{stage.B} ended: declined"));
    }

    [Fact]
    public async Task A_who_hangs_up_between_two_recalls_ends_it()
    {
        using var stage = await RecalledAsync(TelephoneScript.Decline());

        await stage.Call.HangUpAsync();

        await stage.BecomesAsync("abandoned");
        await stage.OverAsync(stage.B);
    }

    /// <summary>C was busy, and B has not answered the first recall.</summary>
    private async Task<TransferStage> RecalledAsync(params TelephoneScript[] b)
    {
        var stage = await TransferStage.TalkAsync(own.Stack, own.Tenant, Numbers, TelephoneScript.Busy());
        stage.Script(stage.B, b);
        await stage.BeginAsync("direct");
        await stage.AreThereAsync([], stage.A);
        await stage.ToldOfFailuresAsync(2); // C, and B
        return stage;
    }
}

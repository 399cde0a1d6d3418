using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>Events of a transfer come twice, late or never, and commands are refused; nobody is left in silence.</summary>
public sealed class FaultTests(OwnStack own) : IClassFixture<OwnStack>, IDisposable
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    private FaultPlan Faults => own.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Fact]
    public async Task An_old_answer_of_B_that_is_told_of_again_is_no_answer_to_the_recall()
    {
        Faults.Callbacks.Add(new DeliveryFault
        {
            Only = "AddParticipantSucceeded",
            Duplicates = 1,
            Spacing = TimeSpan.FromSeconds(2),
        });
        using var stage = await TalkAsync(TelephoneScript.Busy());
        stage.Script(stage.B, TelephoneScript.NoAnswer());
        await stage.BeginAsync("direct");
        await stage.BecomesAsync("recalling");

        await stage.ToldOfAnswersAsync(2);

        await stage.BecomesAsync("recalling");
        await stage.AreRingingAsync([], stage.B, stage.A);
        Assert.True(await stage.Call.AnswerAsync(stage.B));
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("announced")]
    public async Task An_answer_that_is_never_told_of_is_seen_by_looking(string mode)
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        Faults.Callbacks.Add(new DeliveryFault { Only = "AddParticipantSucceeded", Drop = true });
        await stage.BeginAsync(mode);
        await stage.Call.ReachesAsync(now => now.Leg(stage.C)?.State == LegState.Connected);

        await own.SweepAsync(stage.Call);

        await stage.BecomesAsync(mode == "direct" ? "completed" : "consulting");
        await stage.Call.HangUpAsync(stage.B);
        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.EndAsync(stage.C, stage.C);
    }

    [Fact]
    public async Task A_who_hangs_up_unheard_of_is_missed_by_looking()
    {
        using var stage = await TalkAsync(TelephoneScript.NoAnswer());
        await stage.BeginAsync("direct");
        await stage.AreRingingAsync([], stage.C, stage.A);
        Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Only = "ParticipantsUpdated", Drop = true });
        await stage.Call.HangUpAsync();

        await own.SweepAsync(stage.Call);

        await stage.BecomesAsync("abandoned");
        await stage.OverAsync(stage.B);
    }

    [Theory]
    [InlineData("Unhold")]
    [InlineData("RemoveParticipant")]
    public async Task What_the_provider_could_not_take_at_the_end_of_a_transfer_is_sent_again(string command)
    {
        using var stage = await TalkAsync(TelephoneScript.Default);
        await stage.BeginAsync("announced");
        await stage.ConsultAsync();
        Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Only = command, Status = 503 });
        Assert.Equal("completed", await stage.AskAsync("complete"));
        Faults.Clear();

        await own.SweepAsync(stage.Call);

        await stage.AreThereAsync([stage.A, stage.C]);
        await stage.EndAsync(stage.A, stage.C);
    }

    [Fact]
    public async Task Without_music_there_is_no_announced_transfer()
    {
        using var stage = await TalkAsync(TelephoneScript.NoAnswer());
        Faults.Media.Add(new MediaFault { Only = "Hold" });

        await stage.BeginAsync("announced");

        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal("hold-failed", transfer.GetProperty("reason").GetString());
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
    }

    private Task<TransferStage> TalkAsync(TelephoneScript c) => TransferStage.TalkAsync(own.Stack, own.Tenant, Numbers, c);
}

using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A direct transfer to a telephone that has to press a key, so that A does not land in a voicemail.</summary>
public sealed class ConfirmingTests(OwnStack own) : IClassFixture<OwnStack>, IDisposable
{

    private static readonly StageNumbers Numbers = StageNumbers.Take();

    private readonly PhoneNumber telephone = TestNumbers.External();

    private string Question => $"asks {telephone.E164} for keys: \"Ett samtal kopplas till dig. Tryck ett för att ta emot det.\"";

    public void Dispose() => own.Stack.Simulator.Faults.Clear();

    [Fact]
    public async Task Who_presses_1_talks_with_A()
    {
        using var stage = await DirectAsync(TelephoneScript.Default.PressWhenAsked("1"));

        await stage.AreThereAsync([stage.A, telephone.E164]);
        await stage.BecomesAsync("completed");
        Assert.Equal([Question], Asked(stage));
        Assert.Equal(["is on hold", "is off hold"], stage.Holds());
        await stage.EndAsync(stage.A, telephone.E164);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    public async Task A_voicemail_is_left_and_B_has_A_again(string keys)
    {
        var script = TelephoneScript.Voicemail(TimeSpan.FromMilliseconds(20));
        using var stage = await DirectAsync(keys.Length == 0 ? script : script.PressWhenAsked(keys));

        await stage.AreThereAsync([stage.A, stage.B]);
        var transfer = await stage.BecomesAsync("failed");
        Assert.Equal("not-confirmed", transfer.GetProperty("reason").GetString());
        await stage.EndAsync(stage.A, stage.B);
    }

    [Fact]
    public async Task Who_hangs_up_when_asked_does_not_take_the_call()
    {
        using var stage = await DirectAsync(TelephoneScript.Default.HangUpAfter(TimeSpan.FromMilliseconds(50)));

        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.B, stage.B);
    }

    [Fact]
    public async Task A_question_whose_answer_is_lost_is_asked_once_more()
    {
        own.Stack.Simulator.Faults.Callbacks.Add(new DeliveryFault { Only = "RecognizeCompleted", Drop = true });
        using var stage = await DirectAsync(TelephoneScript.Default.PressWhenAsked("1"));
        await stage.Call.ReachesAsync(now => now.Timeline.Any(entry => entry.Text.StartsWith("RecognizeCompleted", StringComparison.Ordinal)));

        await own.SweepAsync(stage.Call);

        await stage.AreThereAsync([stage.A, telephone.E164]);
        Assert.Equal([Question, Question], Asked(stage));
        await stage.EndAsync(stage.A, telephone.E164);
    }

    private static IReadOnlyList<string> Asked(TransferStage stage) =>
        [.. stage.Call.Timeline.Select(entry => entry.Text).Where(text => text.StartsWith("asks ", StringComparison.Ordinal))];

    private async Task<TransferStage> DirectAsync(TelephoneScript script)
    {
        own.Stack.Simulator.Telephones.Script(telephone.E164, script);
        var stage = await TransferStage.TalkAsync(own.Stack, own.Tenant, Numbers);
        await stage.BeginAsync("direct", telephone, needsKey: true);
        return stage;
    }
}

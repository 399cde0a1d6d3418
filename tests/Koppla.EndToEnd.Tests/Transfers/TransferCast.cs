using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;
using Koppla.Tests;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A, B and C of one call: does with them what happens, and waits for what comes of it.</summary>
internal sealed class TransferCast : IDisposable
{
    /// <summary>Much longer than a busy machine takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Nothing happens for this long after the app was not told of something: it will never hear of it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private const int MostSweeps = 8;
    private const int RingSeconds = 60;

    private readonly OwnStack own;
    private readonly TransferStage stage;
    private Uri? instance;

    private TransferCast(OwnStack own, TransferStage stage) => (this.own, this.stage) = (own, stage);

    /// <summary>The call's id in the API.</summary>
    public string Id => stage.Id;

    public SimulatedCall Call => stage.Call;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A and B talk; whoever is rung from now on waits for what is to happen.</summary>
    public static async Task<TransferCast> TalkAsync(OwnStack own, StageNumbers numbers)
    {
        var talk = await TransferStage.TalkAsync(own.Stack, own.Tenant, numbers, TelephoneScript.NoAnswer());
        talk.Script(talk.B, TelephoneScript.NoAnswer());
        return new TransferCast(own, talk);
    }

    public void Dispose() => stage.Dispose();

    public Task BeginAsync(string mode) => stage.BeginAsync(mode, seconds: RingSeconds);

    /// <summary>A second transfer while one is under way.</summary>
    public async Task<int> BeginAnotherAsync()
    {
        using var response = await stage.PostTransferAsync("direct");
        return (int)response.StatusCode;
    }

    /// <summary>Where the last transfer is.</summary>
    public Task<(string State, string? Reason)> NowAsync() => stage.NowAsync();

    /// <summary>Another instance of the app is asked, and its sweeper comes, from now on.</summary>
    public void GoTo(Uri other)
    {
        instance = other;
        stage.GoTo(other);
    }

    /// <summary>Nobody is left, and the call is recorded once, as answered by whom the table says.</summary>
    public async Task AssertOverAsync(char? recorded)
    {
        await SettleAsync("over", async () => Call.Ended.IsCompleted && (await own.Tenant.RecordsOfAsync(Call)).Count > 0 && await own.IsEndedAsync(Id));
        Assert.All(Call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
        var record = Assert.Single(await own.Tenant.RecordsOfAsync(Call));
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        if (recorded is { } letter)
        {
            Assert.Equal(PartyOf(letter), record.GetProperty("target").GetString());
        }
    }

    /// <returns>The API's answer, when it was asked.</returns>
    /// <param name="isHeard">False: there is no app to hear of it.</param>
    public async Task<string?> DoAsync(Happening happening, bool isHeard = true)
    {
        switch (happening)
        {
            case Happening.AHangsUp:
                return await LeaveAsync(stage.A);
            case Happening.BHangsUp:
                return await LeaveAsync(stage.B);
            case Happening.CHangsUp:
                return await LeaveAsync(stage.C);
            case Happening.CAnswers:
                return await AnswerAsync(stage.C, isHeard);
            case Happening.BAnswers:
                return await AnswerAsync(stage.B, isHeard);
            case Happening.CIsBusy:
                return await FailAsync(stage.C, "busy");
            case Happening.CDeclines:
                return await FailAsync(stage.C, "declined");
            case Happening.CDoesNotAnswer:
                return await FailAsync(stage.C, "no-answer");
            case Happening.CIsOutOfReach:
                return await FailAsync(stage.C, "no-connection");
            case Happening.BDeclines:
                return await FailAsync(stage.B, "declined");
            case Happening.CAnswersAgain:
                Assert.True(await Call.TellAgainAsync("AddParticipantSucceeded"));
                return null;
            case Happening.ThePausePasses:
                await PassPauseAsync();
                return null;
            case Happening.Completes:
                return await stage.AskAsync("complete");
            case Happening.Cancels:
                return await stage.AskAsync("cancel");
            default:
                throw new ArgumentOutOfRangeException(nameof(happening));
        }
    }

    private async Task<string?> LeaveAsync(string who)
    {
        Assert.True(await Call.HangUpAsync(who));
        return null;
    }

    /// <summary>Nobody answers and hangs up within one tick of the provider's clock: the app knows of it first.</summary>
    private async Task<string?> AnswerAsync(string who, bool isHeard)
    {
        await RingsAsync(who);
        Assert.True(await Call.AnswerAsync(who));
        if (!isHeard)
        {
            return null;
        }

        await SettleAsync($"{who} has answered", async () => await own.PhaseOfAsync(Id) is Phase.Consulting or Phase.Talking);
        return null;
    }

    private async Task<string?> FailAsync(string who, string reason)
    {
        await RingsAsync(who);
        Assert.True(await Call.FailAsync(who, Scripts.Of(reason)));
        return null;
    }

    private Task RingsAsync(string who) => SettleAsync($"{who} rings", () => Task.FromResult(Call.Leg(who)?.State == LegState.Ringing));

    private async Task PassPauseAsync()
    {
        await SettleAsync("a pause", async () => await own.PhaseOfAsync(Id) == Phase.RecallPause);
        await own.SweepAsync(Id, instance);
    }

    /// <summary>Waits until something is so. When the app was not told of something, time is made to pass.</summary>
    /// <param name="what">In words.</param>
    public async Task SettleAsync(string what, Func<Task<bool>> isSo)
    {
        for (var sweeps = 0; sweeps <= MostSweeps; sweeps++)
        {
            if (await BecomesAsync(isSo))
            {
                return;
            }

            if (!HasLost())
            {
                break;
            }

            await own.SweepAsync(Id, instance);
        }

        var (state, reason) = await stage.NowAsync();
        Assert.Fail($"Not so: {what}. {state} {reason}, {await own.PhaseOfAsync(Id)}{Environment.NewLine}{string.Join(Environment.NewLine, Call.Timeline)}");
    }

    /// <returns>False: it is not so, and nothing happens any more.</returns>
    private async Task<bool> BecomesAsync(Func<Task<bool>> isSo)
    {
        while (true)
        {
            var seen = Call.Timeline.Count;
            if (await isSo())
            {
                return true;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var more = Call.WaitForAsync(now => now.Timeline.Count > seen, waiting.Token);
            if (await Task.WhenAny(more, Task.Delay(HasLost() ? Quiet : Patience, waiting.Token)) != more)
            {
                await waiting.CancelAsync();
                return await isSo();
            }

            await waiting.CancelAsync();
        }
    }

    private bool HasLost() => Call.Timeline.Any(entry =>
        entry.Kind == TimelineKind.Callback && !entry.Text.Contains("delivered (2", StringComparison.Ordinal));

    /// <summary>Whether these and nobody else are in the call, hear music, or ring; by their letters.</summary>
    public bool Is(string talk, string held, string rings) => stage.AreNow(PartiesOf(talk), PartiesOf(held), PartiesOf(rings));

    private string[] PartiesOf(string letters) => [.. letters.Select(PartyOf)];

    private string PartyOf(char letter) => letter switch
    {
        'A' => stage.A,
        'B' => stage.B,
        _ => stage.C,
    };
}

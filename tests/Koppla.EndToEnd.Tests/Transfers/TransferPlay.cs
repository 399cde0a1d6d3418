using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Tests;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>One cell of the table played in a running system: to its state, through what happens, to the end of the call.</summary>
internal sealed class TransferPlay : IDisposable
{
    private readonly TransferCast cast;
    private readonly TransferCell cell;

    private TransferPlay(TransferCast cast, TransferCell cell) => (this.cast, this.cell) = (cast, cell);

    /// <summary>The call's id in the API.</summary>
    public string Id => cast.Id;

    /// <summary>The call's id at the provider.</summary>
    public string CallId => cast.Call.Id;

    /// <summary>A and B talk.</summary>
    public static async Task<TransferPlay> TalkAsync(OwnStack own, StageNumbers numbers, TransferCell cell) =>
        new(await TransferCast.TalkAsync(own, numbers), cell);

    public void Dispose() => cast.Dispose();

    public Task BeginAsync() => cast.BeginAsync(TransferStates.WayTo(cell.State).Mode);

    /// <summary>From the transfer that was asked for to the cell's state.</summary>
    public async Task ReachAsync()
    {
        foreach (var happening in TransferStates.WayTo(cell.State).Way)
        {
            await cast.DoAsync(happening);
        }

        await cast.SettleAsync($"{cell}", async () => (await cast.NowAsync()).State == ApiStateOf(cell.State) && IsState());
    }

    public async Task HappensAsync()
    {
        var answer = await cast.DoAsync(cell.Happens);
        Assert.Equal(cell.Refusal, answer is null || !answer.StartsWith('4') ? null : answer);
    }

    /// <summary>What nobody asks for, while there is no app.</summary>
    public Task HappensUnheardAsync() => cast.DoAsync(cell.Happens, isHeard: false);

    /// <summary>What the table says is so.</summary>
    /// <param name="reasonIsLost">Why somebody did not take the call may be told by an event that never came.</param>
    public async Task IsSoAsync(bool reasonIsLost = false)
    {
        await cast.SettleAsync($"{cell}", async () => cast.Is(cell.Talk, cell.Held, cell.Rings) && (await cast.NowAsync()).State == cell.Becomes);
        var (_, reason) = await cast.NowAsync();
        Assert.True(reason == cell.Reason || (reasonIsLost && reason is "no-answer" or "declined"), $"{cell}: the reason is {reason}");
    }

    /// <summary>Goes on until the call is over, recorded once, with its transfer in one final state.</summary>
    public async Task EndAsync()
    {
        foreach (var happening in cell.Then)
        {
            await cast.DoAsync(happening);
        }

        if (cell.AtLast.Length > 0)
        {
            await cast.SettleAsync($"{cell}, at last", async () => cast.Is(cell.AtLast, "", "") && (await cast.NowAsync()).State == cell.Final);
            await cast.DoAsync(cell.AtLast[0] == 'A' ? Happening.AHangsUp : Happening.BHangsUp);
        }

        await cast.AssertOverAsync(cell.Recorded);
        Assert.Equal(cell.Final, (await cast.NowAsync()).State);
    }

    /// <summary>Another instance of the app is asked, and its sweeper comes, from now on.</summary>
    public void GoTo(Uri other) => cast.GoTo(other);

    private bool IsState() => cell.State switch
    {
        TransferCells.Ringing => cast.Is("B", "A", "C"),
        TransferCells.Consulting => cast.Is("BC", "A", ""),
        TransferCells.Direct => cast.Is("", "A", "C"),
        TransferCells.Recalling => cast.Is("", "A", "B"),
        TransferCells.Pause => cast.Is("", "A", ""),
        TransferCells.Completed => cast.Is("AC", "", ""),
        TransferCells.Abandoned => cast.Is("BC", "", ""),
        _ => cast.Is("AB", "", ""),
    };

    private static string ApiStateOf(string state) => state == TransferCells.Pause ? TransferCells.Recalling : state;
}

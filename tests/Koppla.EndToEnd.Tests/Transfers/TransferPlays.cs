using System.Collections.Concurrent;
using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Tests;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>All cells of the table at once, as many as there are numbers; whatever goes wrong in any of them is told.</summary>
internal static class TransferPlays
{
    /// <summary>Each of these tests keeps a machine busy by itself.</summary>
    public const string OneAfterTheOther = "transfers under fire";

    private const int AtOnce = 6;

    private static readonly StageNumbers[] Numbers = [.. Enumerable.Range(0, AtOnce).Select(_ => StageNumbers.Take())];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Plays each cell to its end, and then nothing is left of it.</summary>
    public static async Task PlayAsync(OwnStack own, Func<TransferPlay, Task> play, Func<TransferCell, bool>? which = null)
    {
        var ids = new ConcurrentBag<string>();
        await EachAsync(TransferCells.All.Where(which ?? (_ => true)), async (cell, numbers) =>
        {
            using var one = await TransferPlay.TalkAsync(own, numbers, cell);
            ids.Add(one.Id);
            await play(one);
        });

        Assert.Empty(await own.LeavesAsync(ids));
    }

    /// <summary>
    /// Numbers are needed until a transfer has begun: then others can have them. The pause between recalls is left out, for it is over
    /// while the others begin; recalls, which ring for seconds only, begin last.
    /// </summary>
    /// <returns>The last to begin first.</returns>
    public static async Task<IReadOnlyList<TransferPlay>> BeginAsync(OwnStack own, Func<TransferPlay, Task> begin, Func<TransferCell, bool>? which = null)
    {
        var begun = new ConcurrentStack<TransferPlay>();
        var cells = TransferCells.All
            .Where(cell => cell.State != TransferCells.Pause && which?.Invoke(cell) != false)
            .OrderBy(cell => cell.State == TransferCells.Recalling);
        await EachAsync(cells, async (cell, numbers) =>
        {
            var one = await TransferPlay.TalkAsync(own, numbers, cell);
            begun.Push(one);
            await begin(one);
        });
        return [.. begun];
    }

    public static async Task EndAsync(OwnStack own, IReadOnlyList<TransferPlay> plays, Func<TransferPlay, Task> end, Uri? instance = null)
    {
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(plays, Options, async (one, _) =>
        {
            using (one)
            {
                await TryAsync(() => end(one), failures);
            }
        });
        Tell(failures);
        Assert.Empty(await own.LeavesAsync([.. plays.Select(one => one.Id)], instance));
    }

    private static ParallelOptions Options => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation };

    /// <summary>Plays something for each, with numbers of its own.</summary>
    public static async Task EachAsync<T>(IEnumerable<T> all, Func<T, StageNumbers, Task> play)
    {
        var failures = new ConcurrentBag<string>();
        var free = new ConcurrentBag<StageNumbers>(Numbers);
        await Parallel.ForEachAsync(all, Options, async (one, _) =>
        {
            Assert.True(free.TryTake(out var numbers));
            await TryAsync(() => play(one, numbers), failures);
            free.Add(numbers);
        });
        Tell(failures);
    }

    /// <summary>The others go on.</summary>
    private static async Task TryAsync(Func<Task> play, ConcurrentBag<string> failures)
    {
        try
        {
            await play();
        }
        catch (Exception failure) when (!Cancellation.IsCancellationRequested)
        {
            failures.Add(failure.ToString());
        }
    }

    private static void Tell(ConcurrentBag<string> failures) =>
        Assert.True(failures.IsEmpty, $"{failures.Count} failed:{Environment.NewLine}{string.Join(Environment.NewLine, failures)}");
}

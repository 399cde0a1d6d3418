using Koppla.Local.Stack;
using Koppla.Simulator;

namespace Koppla.Benchmarks.Transfers;

/// <summary>The app and the floor in turns, so that what else the machine does hits both.</summary>
internal sealed class TransfersBenchmark(TransfersOptions options, Action<string> progress)
{
    /// <summary>Who take turns, so that each has a few calls in ten minutes, as people have.</summary>
    private const int People = 400;

    private const int WarmUpRounds = 3;
    private static readonly TimeSpan WarmUpLength = TimeSpan.FromSeconds(8);

    private int next;

    public async Task<IReadOnlyList<TransfersResult>> RunAsync(CancellationToken cancellation)
    {
        await using var stack = await LocalStack.StartAsync(
            new LocalStackOptions { Simulator = new SimulatorOptions { OwnedNumbers = Trio.OwnedNumbers(People) }, Progress = progress },
            cancellation);
        var trios = await Trio.MakeAsync(stack, People, cancellation);
        ITransferContender[] contenders = [new AppContender(stack), new FloorContender(stack)];
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var contender in contenders)
            {
                progress($"Warm-up: {contender.Name}: {await PlayAsync(contender, trios, connections: 4, WarmUpLength, cancellation)}");
            }
        }

        var results = new List<TransfersResult>();
        foreach (var connections in options.Connections)
        {
            var rounds = contenders.ToDictionary(each => each, _ => new List<TransfersRound>());
            for (var round = 1; round <= options.Rounds; round++)
            {
                foreach (var contender in contenders)
                {
                    var measured = await PlayAsync(contender, trios, connections, options.RoundLength, cancellation);
                    rounds[contender].Add(measured);
                    progress($"{connections} connections, round {round}: {contender.Name}: {measured}");
                }
            }

            results.AddRange(contenders.Select(each => TransfersResult.Of(connections, each.Name, rounds[each], against: rounds[contenders[^1]])));
        }

        return results;
    }

    private async Task<TransfersRound> PlayAsync(
        ITransferContender contender, Trio[] trios, int connections, TimeSpan length, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var played = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var timings = new List<TransferTimes>();
            while (TimeProvider.System.GetElapsedTime(begun) < length)
            {
                timings.Add(await contender.TransferAsync(trios[Interlocked.Increment(ref next) % trios.Length], cancellation));
            }

            return timings;
        }));
        return TransfersRound.Of([.. played.SelectMany(each => each)], TimeProvider.System.GetElapsedTime(begun));
    }
}

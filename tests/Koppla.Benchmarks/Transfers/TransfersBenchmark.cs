using Koppla.Local.Stack;
using Koppla.Simulator;

namespace Koppla.Benchmarks.Transfers;

/// <summary>The app and the floor in turns, so that what else the machine does hits both.</summary>
internal sealed class TransfersBenchmark(TransfersOptions options, Action<string> progress)
{
    private const int WarmUpRounds = 3;
    private static readonly TimeSpan WarmUpLength = TimeSpan.FromSeconds(8);

    public async Task<IReadOnlyList<TransfersResult>> RunAsync(CancellationToken cancellation)
    {
        var most = options.Connections.Max();
        await using var stack = await LocalStack.StartAsync(
            new LocalStackOptions { Simulator = new SimulatorOptions { OwnedNumbers = Trio.OwnedNumbers(most) }, Progress = progress },
            cancellation);
        var trios = await Trio.MakeAsync(stack, most, cancellation);
        ITransferContender[] contenders = [new AppContender(stack), new FloorContender(stack)];
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var contender in contenders)
            {
                progress($"Warm-up: {await PlayAsync(contender, trios, WarmUpLength, cancellation)}");
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
                    var measured = await PlayAsync(contender, trios[..connections], options.RoundLength, cancellation);
                    rounds[contender].Add(measured);
                    progress($"{connections} connections, round {round}: {contender.Name}: {measured}");
                }
            }

            results.AddRange(contenders.Select(each => TransfersResult.Of(connections, each.Name, rounds[each], against: rounds[contenders[^1]])));
        }

        return results;
    }

    private static async Task<TransfersRound> PlayAsync(
        ITransferContender contender, Trio[] trios, TimeSpan length, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var played = await Task.WhenAll(trios.Select(async trio =>
        {
            var timings = new List<TransferTimes>();
            while (TimeProvider.System.GetElapsedTime(begun) < length)
            {
                timings.Add(await contender.TransferAsync(trio, cancellation));
            }

            return timings;
        }));
        return TransfersRound.Of([.. played.SelectMany(each => each)], TimeProvider.System.GetElapsedTime(begun));
    }
}

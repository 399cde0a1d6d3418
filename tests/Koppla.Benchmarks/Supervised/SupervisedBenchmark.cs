using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Floor;
using Koppla.Benchmarks.Calls.Load;
using Koppla.Benchmarks.Calls.Tables;
using Koppla.Benchmarks.Supervised.Load;
using Koppla.Benchmarks.Supervised.Provider;
using Koppla.Benchmarks.Supervised.Report;
using Koppla.Local.Example;
using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Supervised;

/// <summary>Calls to Lars, who is busy, so that Anna gets them: to the app and to the floor in turns, so that what else the machine does hits both.</summary>
internal sealed class SupervisedBenchmark(SupervisedOptions options, Action<string> progress)
{
    private const int WarmUpRounds = 3;
    private const int WarmUpConnections = 16;

    /// <summary>Until the runtime has compiled the call path for good, which competes with the calls for the processor.</summary>
    private static readonly TimeSpan WarmUpLength = TimeSpan.FromSeconds(10);

    private readonly IncomingCallEvents incoming = new(DeliveryRoute.Trigger, ExampleOrganisation.LarsFixed, TimeProvider.System);
    private readonly CallEventBodies bodies = new(TimeProvider.System);

    public async Task<IReadOnlyList<SupervisedResult>> RunAsync(CancellationToken cancellation)
    {
        var results = new List<SupervisedResult>();
        await using var provider = await CommandSink.StartAsync(cancellation);
        foreach (var kind in options.Tables)
        {
            await using var tables = await BenchmarkTables.StartAsync(kind, progress, cancellation);
            await BusyExample.LoadAsync(tables.ConnectionString, cancellation);
            await using var app = await AppUnderTest.StartAsync(DeliveryRoute.Trigger, tables, provider.BaseAddress, cancellation);
            await using var floor = await FloorProcess.StartAsync(tables, provider.BaseAddress, cancellation);
            Contender[] contenders = [app.Contender, floor.Supervised, floor.Deciding];
            await WarmUpAsync(contenders, Play, cancellation);
            foreach (var connections in options.Connections)
            {
                var rounds = await MeasureAsync(contenders, connections, Play, cancellation);
                results.AddRange(contenders.Select(each =>
                    SupervisedResult.Of(kind, connections, each.Name, rounds[each], against: rounds[floor.Supervised])));
            }

            Task<SupervisedRound> Play(Contender contender, int connections, TimeSpan length) =>
                new SupervisedLoop(contender, connections, provider, incoming, bodies).RunAsync(length, app.NewCallbackToken(), cancellation);
        }

        return results;
    }

    private async Task WarmUpAsync(
        IReadOnlyList<Contender> contenders, Func<Contender, int, TimeSpan, Task<SupervisedRound>> play, CancellationToken cancellation)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var contender in contenders)
            {
                cancellation.ThrowIfCancellationRequested();
                progress($"Warm-up: {contender.Name}: {await play(contender, WarmUpConnections, WarmUpLength)}");
            }
        }
    }

    private async Task<Dictionary<Contender, List<SupervisedRound>>> MeasureAsync(
        IReadOnlyList<Contender> contenders,
        int connections,
        Func<Contender, int, TimeSpan, Task<SupervisedRound>> play,
        CancellationToken cancellation)
    {
        var rounds = contenders.ToDictionary(each => each, _ => new List<SupervisedRound>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                cancellation.ThrowIfCancellationRequested();
                var measured = await play(contender, connections, options.RoundLength);
                rounds[contender].Add(measured);
                progress($"{connections} connections, round {round}: {contender.Name}: {measured}");
            }
        }

        return rounds;
    }
}

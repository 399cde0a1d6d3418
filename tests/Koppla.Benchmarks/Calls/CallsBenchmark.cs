using Koppla.Benchmarks.Calls.Floor;
using Koppla.Benchmarks.Calls.Load;
using Koppla.Benchmarks.Calls.Provider;
using Koppla.Benchmarks.Calls.Report;
using Koppla.Benchmarks.Calls.Tables;
using Koppla.Local.Example;

namespace Koppla.Benchmarks.Calls;

/// <summary>
/// Calls to a reserved number that is forwarded outside, to the app and to the floor in turns, so that what else the machine does hits both.
/// </summary>
internal sealed class CallsBenchmark(CallsOptions options, Action<string> progress)
{
    private const int WarmUpRounds = 3;
    private const int WarmUpConnections = 16;

    /// <summary>Until the runtime has compiled the call path for good, which competes with the calls for the processor.</summary>
    private static readonly TimeSpan WarmUpLength = TimeSpan.FromSeconds(10);

    private readonly CallTimes times = new();
    private readonly IncomingCallEvents events = new(options.Route, ExampleOrganisation.ReservedForwarded, TimeProvider.System);

    public async Task<IReadOnlyList<Result>> RunAsync(CancellationToken cancellation)
    {
        var results = new List<Result>();
        await using var provider = await ProviderSink.StartAsync(times, cancellation);
        foreach (var kind in options.Tables)
        {
            await using var tables = await BenchmarkTables.StartAsync(kind, progress, cancellation);
            await BusyExample.LoadAsync(tables.ConnectionString, cancellation);
            await using var app = await AppUnderTest.StartAsync(options.Route, tables, provider.BaseAddress, cancellation);
            await using var floor = await FloorProcess.StartAsync(tables, provider.BaseAddress, cancellation);
            Contender[] contenders = [app.Contender, floor.Bare, floor.Recording];
            await WarmUpAsync(contenders, cancellation);
            foreach (var connections in options.Connections)
            {
                var rounds = await MeasureAsync(contenders, connections, cancellation);
                results.AddRange(contenders.Select(each =>
                    Result.Of(kind, connections, each.Name, rounds[each], against: rounds[floor.Bare])));
            }
        }

        return results;
    }

    private async Task WarmUpAsync(IReadOnlyList<Contender> contenders, CancellationToken cancellation)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var contender in contenders)
            {
                progress($"Warm-up: {contender.Name}: {await RoundAsync(contender, WarmUpConnections, WarmUpLength, cancellation)}");
            }
        }
    }

    private async Task<Dictionary<Contender, List<Round>>> MeasureAsync(
        IReadOnlyList<Contender> contenders, int connections, CancellationToken cancellation)
    {
        var rounds = contenders.ToDictionary(each => each, _ => new List<Round>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var measured = await RoundAsync(contender, connections, options.RoundLength, cancellation);
                rounds[contender].Add(measured);
                progress($"{connections} connections, round {round}: {contender.Name}: {measured}");
            }
        }

        return rounds;
    }

    private Task<Round> RoundAsync(Contender contender, int connections, TimeSpan length, CancellationToken cancellation) =>
        new ClosedLoop(contender, connections, events, times).RunAsync(length, cancellation);
}

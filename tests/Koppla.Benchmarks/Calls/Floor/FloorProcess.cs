using Koppla.Benchmarks.Calls.Tables;
using Koppla.Benchmarks.Supervised.Floor;
using Koppla.Local.Processes;
using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Calls.Floor;

/// <summary>The floor as a process of its own, as the app is.</summary>
internal sealed class FloorProcess : IAsyncDisposable
{
    private readonly ChildProcess child;

    private FloorProcess(ChildProcess child, Uri address)
    {
        this.child = child;
        Bare = new Contender("floor", address, child.Id);
        Recording = new Contender("floor + insert", new Uri(address, FloorEndpoint.RecordingPath), child.Id);
        Supervised = new Contender("floor", new Uri(address, SupervisedFloor.Path), child.Id);
        Deciding = new Contender("floor + reads", new Uri(address, SupervisedFloor.DecidingPath), child.Id);
    }

    /// <summary>Two reads and a redirect.</summary>
    public Contender Bare { get; }

    /// <summary>And after the redirect an insert of a record, as the app makes one.</summary>
    public Contender Recording { get; }

    /// <summary>A supervised call whose two invitations are known from the start.</summary>
    public Contender Supervised { get; }

    /// <summary>And the second one is decided by what is stored when the first has failed, as the app does it.</summary>
    public Contender Deciding { get; }

    public static async Task<FloorProcess> StartAsync(BenchmarkTables tables, Uri provider, CancellationToken cancellation)
    {
        await using var started = new StartedParts();
        var process = started.Add(ChildProcess.Start(new("dotnet",
        [
            typeof(FloorProcess).Assembly.Location, FloorCommand.Name,
            FloorCommand.TablesOption, tables.ConnectionString,
            FloorCommand.ProviderOption, provider.AbsoluteUri,
        ])));
        var line = await process.LineAsync(each => each.StartsWith(FloorCommand.Listening, StringComparison.Ordinal), cancellation);
        started.Keep();
        return new FloorProcess(process, new Uri(line[FloorCommand.Listening.Length..]));
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();
}

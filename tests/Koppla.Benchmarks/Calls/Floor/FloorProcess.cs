using Koppla.Benchmarks.Calls.Provider;
using Koppla.Benchmarks.Calls.Tables;
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
    }

    /// <summary>Two reads and a redirect.</summary>
    public Contender Bare { get; }

    /// <summary>And after the redirect an insert of a record, as the app makes one.</summary>
    public Contender Recording { get; }

    public static async Task<FloorProcess> StartAsync(BenchmarkTables tables, ProviderSink provider, CancellationToken cancellation)
    {
        await using var started = new StartedParts();
        var process = started.Add(ChildProcess.Start(new("dotnet",
        [
            typeof(FloorProcess).Assembly.Location, FloorCommand.Name,
            FloorCommand.TablesOption, tables.ConnectionString,
            FloorCommand.RedirectOption, provider.RedirectAddress.AbsoluteUri,
        ])));
        var line = await process.LineAsync(each => each.StartsWith(FloorCommand.Listening, StringComparison.Ordinal), cancellation);
        started.Keep();
        return new FloorProcess(process, new Uri(line[FloorCommand.Listening.Length..]));
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();
}

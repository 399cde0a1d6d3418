using Koppla.Local.Azurite;

namespace Koppla.Benchmarks.Calls.Tables;

/// <summary>A table service for one part of the run.</summary>
internal sealed class BenchmarkTables(string connectionString, IAsyncDisposable service) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public static async Task<BenchmarkTables> StartAsync(TablesKind kind, Action<string> progress, CancellationToken cancellation)
    {
        if (kind == TablesKind.Azurite)
        {
            var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Progress = progress }, cancellation);
            return new(azurite.ConnectionString, azurite);
        }

        var fake = await FakeTables.StartAsync(cancellation);
        return new(fake.ConnectionString, fake);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}

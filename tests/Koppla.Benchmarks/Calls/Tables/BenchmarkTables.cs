using Koppla.Local.Azurite;

namespace Koppla.Benchmarks.Calls.Tables;

/// <summary>A table service for one part of the run.</summary>
internal sealed class BenchmarkTables(string connectionString, IAsyncDisposable service) : IAsyncDisposable
{
    /// <summary>The account of tables that check no signatures.</summary>
    public const string Account = "benchmark";

    public string ConnectionString => connectionString;

    /// <summary>How such tables are reached.</summary>
    public static string ConnectionStringOf(LoopbackServer server) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Convert.ToBase64String(new byte[64])};TableEndpoint={server.BaseAddress}{Account};";

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

using Koppla.Local.Node;
using Koppla.Local.Processes;

namespace Koppla.Local.Azurite;

/// <summary>Azurite's table service on loopback, with its data in memory. Dispose ends it.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // The account that every storage emulator has; its key is public.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly ChildProcess node;

    private AzuriteProcess(ChildProcess node, int port) => (this.node, Port) = (node, port);

    public int Port { get; }

    public int ProcessId => node.Id;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{Port}/{Account};";

    /// <summary>Installs Azurite if it is missing, and starts it. It answers when this returns.</summary>
    /// <exception cref="LocalStartException">
    /// <c>port-taken</c>, <c>azurite-slow</c>, <c>ended-early</c>, or one of the names of <see cref="NodePackages.InstallAsync(string, CancellationToken)"/>.
    /// </exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellation)
    {
        var packageFolder = Path.Combine(AppContext.BaseDirectory, "Node", "azurite");
        var folder = await new NodePackages(options.PackageRoot, options.Progress).InstallAsync(packageFolder, cancellation);
        var azurite = NodeProcess.Start(
            Path.Combine(folder, "node_modules", "azurite", "dist", "src", "table", "main.js"),
            ["--tableHost", "127.0.0.1", "--tablePort", $"{options.Port}", "--silent", "--disableTelemetry", "--inMemoryPersistence"],
            folder);
        try
        {
            return new AzuriteProcess(azurite, await PortAsync(azurite, options, cancellation));
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private static async Task<int> PortAsync(ChildProcess azurite, AzuriteOptions options, CancellationToken cancellation)
    {
        try
        {
            return await NodeProcess.PortAsync(azurite, cancellation).WaitAsync(options.StartLimit, cancellation);
        }
        catch (LocalStartException) when (azurite.Output.Last(10).Any(line => line.Contains("EADDRINUSE", StringComparison.Ordinal)))
        {
            throw LocalStartException.PortTaken("Azurite", options.Port);
        }
        catch (TimeoutException slow)
        {
            throw new LocalStartException("azurite-slow", $"Azurite did not listen within {options.StartLimit.TotalSeconds} seconds.", slow);
        }
    }
}

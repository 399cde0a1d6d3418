using Koppla.Local.Processes;

namespace Koppla.Local.Stack;

/// <summary>The function app as a process of its own, as in the cloud. It answers when <see cref="StartAsync"/> returns.</summary>
internal sealed class FunctionApp : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const int PortTries = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ChildProcess child;

    private FunctionApp(ChildProcess child, Uri address) => (this.child, BaseAddress) = (child, address);

    public Uri BaseAddress { get; }

    public int ProcessId => child.Id;

    /// <summary>The last lines that the app has written.</summary>
    public IReadOnlyList<string> LastLines(int count) => child.Output.Last(count);

    /// <param name="port">Loopback port; 0 takes a free one.</param>
    /// <param name="settings">The app's settings, as it has them in the cloud; where it is reached itself is added.</param>
    /// <exception cref="LocalStartException"><c>port-taken</c>, <c>app-slow</c> or <c>ended-early</c>.</exception>
    public static async Task<FunctionApp> StartAsync(
        int port, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartOnAsync(port == 0 ? FreePort.Next() : port, settings, cancellation);
            }
            catch (LocalStartException taken) when (port == 0 && taken.Name == LocalStartException.PortTakenName && tries < PortTries)
            {
                // A free port is anybody's until somebody listens there.
            }
        }
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();

    /// <summary>Ends the process at once, as a crash would.</summary>
    public Task KillAsync() => child.StopAsync(TimeSpan.Zero);

    private static async Task<FunctionApp> StartOnAsync(
        int port, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var address = $"http://127.0.0.1:{port}";
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = address,
            ["StandinHost__ExitWithParent"] = "true",
            ["Callbacks__BaseAddress"] = address,
        };
        foreach (var (name, value) in settings)
        {
            environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = ChildProcess.Start(new(DotnetPath, [Path.Combine(AppContext.BaseDirectory, "Koppla.Functions.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = environment,
        });
        try
        {
            return new FunctionApp(process, await AddressAsync(process, port, cancellation));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static async Task<Uri> AddressAsync(ChildProcess process, int port, CancellationToken cancellation)
    {
        try
        {
            var line = await process
                .LineAsync(line => line.Contains(Listening, StringComparison.Ordinal), cancellation)
                .WaitAsync(StartLimit, cancellation);
            return new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());
        }
        catch (LocalStartException early) when (process.Output.Last(10).Any(
            line => line.Contains("already in use", StringComparison.OrdinalIgnoreCase)))
        {
            throw LocalStartException.PortTaken("The function app", port, early);
        }
        catch (TimeoutException slow)
        {
            throw new LocalStartException("app-slow", $"The function app did not listen within {StartLimit.TotalSeconds} s.", slow);
        }
    }

    // The same dotnet that runs this program, so that a test needs none on the path.
    private static string DotnetPath => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}

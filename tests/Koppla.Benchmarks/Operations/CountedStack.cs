using Koppla.Local.Example;
using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Simulator;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Operations;

/// <summary>The whole local system, where what the app asks of the tables and of the provider passes a proxy that counts.</summary>
internal sealed class CountedStack(LocalStack stack, RequestLog log, CountingProxy tables, CountingProxy provider) : IAsyncDisposable
{
    // The account that every storage emulator has; its key is public.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly string AccessKey = Convert.ToBase64String(new byte[64]);

    /// <summary>Read every half a minute by every instance, whatever calls there are.</summary>
    private const string CachedTable = "organisations";

    public RequestLog Log => log;

    public SimulatorServer Simulator => stack.Simulator;

    public static async Task<CountedStack> StartAsync(Action<string> progress, CancellationToken cancellation)
    {
        var log = new RequestLog();
        await using var started = new StartedParts();
        var (tablesPort, providerPort) = (FreePort.Next(), FreePort.Next());
        var tables = started.Add(await CountingProxy.StartAsync(tablesPort, request => NoteOfTables(log, request), cancellation));
        var provider = started.Add(await CountingProxy.StartAsync(providerPort, request => NoteOfProvider(log, request), cancellation));
        var stack = started.Add(await LocalStack.StartAsync(OptionsFor(tablesPort, providerPort, tables, provider, progress), cancellation));
        await LoadAsync(stack.Stores, cancellation);
        started.Keep();
        return new CountedStack(stack, log, tables, provider);
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await provider.DisposeAsync();
        await tables.DisposeAsync();
    }

    private static LocalStackOptions OptionsFor(
        int tablesPort, int providerPort, CountingProxy tables, CountingProxy provider, Action<string> progress) => new()
    {
        AzuritePort = tablesPort,
        SimulatorPort = providerPort,
        Simulator = new SimulatorOptions
        {
            AccessKey = AccessKey,
            MediaSpeed = 100,
            OwnedNumbers = [.. ExampleData.Numbers.Select(number => number.E164), .. CallKinds.All.Select(kind => kind.Called.E164)],
        },
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:ConnectionString"] =
                $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={tables.BaseAddress}{Account};",
            ["Provider:ConnectionString"] = $"endpoint={provider.BaseAddress};accesskey={AccessKey}",
        },
        Progress = progress,
    };

    private static async Task LoadAsync(Stores stores, CancellationToken cancellation)
    {
        await ExampleData.LoadAsync(stores, cancellation);
        await stores.Organisations.WriteAsync(CallKinds.WithoutFallback, cancellation);
        foreach (var person in CallKinds.People)
        {
            await stores.Users.WriteAsync(person, cancellation);
            foreach (var number in person.Numbers)
            {
                await stores.Numbers.WriteAsync(number, new AssignedNumber(person.Organisation, person.Id), cancellation);
            }
        }
    }

    private static void NoteOfTables(RequestLog log, HttpRequest request)
    {
        // In the background, whatever calls there are, the sweeper asks for overdue ones and the counter for those sent outside.
        if (Requests.OfTables(request) is var counted && counted.Where != CachedTable
            && !request.QueryString.Value!.Contains("Deadline", StringComparison.Ordinal)
            && !request.QueryString.Value!.Contains("ForwardedBy", StringComparison.Ordinal))
        {
            log.Add(counted);
        }
    }

    private static void NoteOfProvider(RequestLog log, HttpRequest request)
    {
        if (Requests.OfProvider(request) is { } counted)
        {
            log.Add(counted);
        }
    }
}

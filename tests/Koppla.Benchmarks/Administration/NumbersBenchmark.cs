using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Tables;
using Koppla.Benchmarks.TableService;
using Koppla.Local.Stack;
using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;

namespace Koppla.Benchmarks.Administration;

/// <summary>An administrator who imports an exchange's numbers and then works with them.</summary>
internal sealed class NumbersBenchmark(TablesKind kind, int numbers, int requests, Action<string> progress)
{
    private const int NumbersOfRequest = 1000;
    private const long First = 46_846_500_000;
    private const long Megabyte = 1024 * 1024;

    private static readonly OrganisationId Organisation = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7d00"));

    /// <summary>No command is sent.</summary>
    private static readonly Uri NoProvider = new("http://127.0.0.1:1/");

    private static readonly (string Name, string Query)[] Readings =
    [
        ("first page", "limit=50"),
        ("a page in the middle", "limit=50&continuation=NDY4NDY1NTAwMDA"),
        ("forwarded (1 in 1000)", "limit=50&forwarded=true"),
        ("mobile (none)", "limit=50&kind=mobile"),
        ("search: beginning, 08-465 4", "limit=50&q=08-465%204"),
        ("search: end, 4711", "limit=50&q=4711"),
        ("search: one number", "limit=50&q=08-465%20123%2045"),
        ("search: no hit", "limit=50&q=3333333"),
        ("search: end 00, forwarded", "limit=50&q=00&forwarded=true"),
    ];

    private MemoryTables? memory;

    public int Numbers => numbers;

    public async Task<(ImportResult Import, IReadOnlyList<ReadingResult> Readings)> RunAsync(CancellationToken cancellation)
    {
        await using var tables = await StartTablesAsync(cancellation);
        var stores = await Stores.OpenAsync(tables.ConnectionString, cancellation);
        await stores.Organisations.WriteAsync(new Organisation(Organisation, "Exempelbolaget AB", false, AllowedCountries.Default, null), cancellation);
        await using var app = await AppUnderTest.StartAsync(DeliveryRoute.Trigger, tables, NoProvider, cancellation);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(app.BaseAddress, "/api/v1/"), Timeout = TimeSpan.FromMinutes(5),
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.NewAdministratorToken(Organisation.Value));
        using var process = Process.GetProcessById(app.Contender.ProcessId);
        var import = await ImportAsync(client, process, cancellation);
        var readings = new List<ReadingResult>();
        foreach (var (name, query) in Readings)
        {
            readings.Add(await ReadAsync(client, name, query, cancellation));
        }

        return (import, readings);
    }

    private async Task<BenchmarkTables> StartTablesAsync(CancellationToken cancellation)
    {
        if (kind == TablesKind.Azurite)
        {
            return await BenchmarkTables.StartAsync(kind, progress, cancellation);
        }

        memory = await MemoryTables.StartAsync(cancellation);
        return new BenchmarkTables(memory.ConnectionString, memory);
    }

    private async Task<ImportResult> ImportAsync(HttpClient client, Process process, CancellationToken cancellation)
    {
        var (before, requestsBefore) = (MemoryOf(process), memory?.Requests);
        var times = new List<TimeSpan>();
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < numbers; first += NumbersOfRequest)
        {
            var request = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync("numbers/import", Rows(first, Math.Min(NumbersOfRequest, numbers - first)), cancellation);
            answer.EnsureSuccessStatusCode();
            var report = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!;
            if (report["refused"]!.GetValue<int>() > 0)
            {
                throw new InvalidOperationException($"Refused: {report["items"]!.AsArray().First(item => item!["problem"] is not null)}");
            }

            times.Add(Stopwatch.GetElapsedTime(request));
            progress($"{first + NumbersOfRequest} numbers after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        }

        return new ImportResult(Stopwatch.GetElapsedTime(started), times, (memory?.Requests - requestsBefore) / (double)numbers, before, MemoryOf(process));
    }

    /// <summary>The first of each thousand is forwarded.</summary>
    private static JsonContent Rows(int first, int count)
    {
        var rows = new JsonArray(new JsonObject { ["number"] = $"+{First + first}", ["destination"] = "070-174 06 60" });
        if (count > 1)
        {
            rows.Add(new JsonObject { ["number"] = $"+{First + first + 1}", ["to"] = $"+{First + first + count - 1}" });
        }

        return JsonContent.Create(new JsonObject { ["rows"] = rows });
    }

    private async Task<ReadingResult> ReadAsync(HttpClient client, string name, string query, CancellationToken cancellation)
    {
        var times = new List<TimeSpan>();
        var found = 0;
        for (var i = 0; i < requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var page = (await client.GetFromJsonAsync<JsonObject>($"numbers?{query}", cancellation))!;
            times.Add(Stopwatch.GetElapsedTime(started));
            found = page["items"]!.AsArray().Count;
        }

        progress($"{name}: {found} found");
        return new ReadingResult(name, found, times);
    }

    private static long MemoryOf(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / Megabyte;
    }
}

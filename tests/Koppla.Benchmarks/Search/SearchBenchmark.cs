using System.Diagnostics;
using System.Net.Http.Headers;
using Azure.Data.Tables;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Tables;
using Koppla.Benchmarks.TableService;
using Koppla.Functions.Storage;
using Koppla.Local.Stack;
using Koppla.Routing.Directory;

namespace Koppla.Benchmarks.Search;

/// <summary>
/// Searches in a large organisation, of the app and of the floor in turns, so that what else the machine does hits both.
/// </summary>
internal sealed class SearchBenchmark(SearchOptions options, Action<string> progress)
{
    private const int WarmUpRounds = 1;

    /// <summary>No command is sent.</summary>
    private static readonly Uri NoProvider = new("http://127.0.0.1:1/");

    public async Task<IReadOnlyList<SearchResult>> RunAsync(CancellationToken cancellation)
    {
        await using var service = await LoadedAsync([.. Workforce.Of(options.People)], cancellation);
        var tables = ClientOf(service.ConnectionString);
        await using var app = await AppUnderTest.StartAsync(DeliveryRoute.Trigger, service, NoProvider, cancellation);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.BaseAddress, "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.NewPersonToken(Workforce.Organisation.Value));
        ISearcher[] contenders = [new AppSearcher(client), new FloorSearcher(tables, lookUps: false), new FloorSearcher(tables, lookUps: true)];
        var results = new List<SearchResult>();
        foreach (var kind in SearchKind.All)
        {
            var rounds = await MeasureAsync(kind, contenders, cancellation);
            results.AddRange(contenders.Select(each => SearchResult.Of(kind.Name, each.Name, rounds[each], floor: rounds[contenders[1]])));
        }

        return results;
    }

    private async Task<BenchmarkTables> LoadedAsync(IReadOnlyList<User> people, CancellationToken cancellation)
    {
        if (options.Tables == TablesKind.Azurite)
        {
            var azurite = await BenchmarkTables.StartAsync(TablesKind.Azurite, progress, cancellation);
            await new WorkforceLoad(ClientOf(azurite.ConnectionString), progress).WriteAsync(people, cancellation);
            return azurite;
        }

        var names = ClientOf("UseDevelopmentStorage=true");
        var fake = await MemoryTables.StartAsync(cancellation);
        var (users, index) = (WorkforceLoad.UsersOf(people).ToList(), WorkforceLoad.IndexOf(people).ToList());
        users.ForEach(user => fake.Put(names.Users.Name, user));
        index.ForEach(row => fake.Put(names.ColleagueIndex.Name, row));
        progress($"{people.Count} people with {index.Count} rows of the index");
        return new BenchmarkTables(fake.ConnectionString, fake);
    }

    /// <summary>It waits longer than the app does.</summary>
    private static Tables ClientOf(string connectionString) => new(new TableServiceClient(connectionString));

    private async Task<Dictionary<ISearcher, List<SearchRound>>> MeasureAsync(
        SearchKind kind, IReadOnlyList<ISearcher> contenders, CancellationToken cancellation)
    {
        var rounds = contenders.ToDictionary(each => each, _ => new List<SearchRound>());
        for (var round = -WarmUpRounds; round < options.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var measured = await RoundAsync(kind, contender, cancellation);
                progress($"{kind.Name}, {(round < 0 ? "warm-up" : $"round {round + 1}")}: {contender.Name}: p50 {measured.P50:F1} ms");
                if (round >= 0)
                {
                    rounds[contender].Add(measured);
                }
            }
        }

        return rounds;
    }

    private async Task<SearchRound> RoundAsync(SearchKind kind, ISearcher contender, CancellationToken cancellation)
    {
        var times = new List<TimeSpan>();
        var found = new List<int>();
        for (var i = 0; i < options.Searches; i++)
        {
            var started = Stopwatch.GetTimestamp();
            found.Add(await contender.SearchAsync(kind.Texts[i % kind.Texts.Length], cancellation));
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return new SearchRound(times, found);
    }
}

using System.Diagnostics;
using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;

namespace Koppla.Benchmarks.Search;

/// <summary>Writes people as the app would one by one, but a hundred entities at a time.</summary>
internal sealed class WorkforceLoad(Tables tables, Action<string> progress)
{
    private const int MaxTransaction = 100;
    private const int Transactions = 4;

    public async Task WriteAsync(IReadOnlyList<User> people, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(tables.All.Select(table => table.CreateIfNotExistsAsync(cancellation)));
        var rows = await SubmitAsync(tables.ColleagueIndex, IndexOf(people), cancellation);
        await SubmitAsync(tables.Users, UsersOf(people), cancellation);
        progress($"{people.Count} people with {rows} rows of the index written in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    public static IEnumerable<TableEntity> UsersOf(IReadOnlyList<User> people) =>
        people.Select((user, i) => UserMapping.ToEntity(user, ListingOf(user, i).Id, [], change: null));

    public static IEnumerable<TableEntity> IndexOf(IReadOnlyList<User> people) =>
        people.Select(ListingOf).SelectMany(listing => listing.Terms.Select(term => ListingRow.ToEntity(Workforce.Organisation, listing, term)));

    private static Listing ListingOf(User user, int number) => Listing.Of(user, $"{number:x32}");

    private static async Task<int> SubmitAsync(TableClient table, IEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        var count = 0;
        await Parallel.ForEachAsync(
            entities.Chunk(MaxTransaction),
            new ParallelOptions { MaxDegreeOfParallelism = Transactions, CancellationToken = cancellation },
            async (batch, cancelled) =>
            {
                await table.SubmitTransactionAsync(
                    batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancelled);
                Interlocked.Add(ref count, batch.Length);
            });
        return count;
    }
}

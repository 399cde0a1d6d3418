using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Storage;

namespace Koppla.Benchmarks.Search;

/// <summary>
/// The least that any search asks of these tables: one range query of the rows that begin with the longest word, and one point read
/// of a user. With <paramref name="lookUps"/>, as many users are read, and asked for their calls, as a page shows. Nothing is
/// checked, ranked or written out.
/// </summary>
internal sealed class FloorSearcher(Tables tables, bool lookUps) : ISearcher
{
    private const int Page = 20;
    private const int AtOnce = 16;

    private static readonly string Partition = Workforce.Organisation.ToString();
    private static readonly string Somebody = Workforce.Of(1).Single().Id.ToString();

    public string Name => lookUps ? "floor + look-ups" : "floor";

    public async Task<int> SearchAsync(string text, CancellationToken cancellation)
    {
        var users = await RowsAsync(new ColleagueQuery(QueryWords.Of(text), Page, SearchPosition.Start).Beginning, cancellation);
        if (!lookUps)
        {
            await tables.Users.GetEntityAsync<TableEntity>(Partition, Somebody, cancellationToken: cancellation);
            return 1;
        }

        await Parallel.ForEachAsync(
            users.Distinct(StringComparer.Ordinal).Take(Page),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (user, cancelled) =>
            {
                await tables.Users.GetEntityAsync<TableEntity>(Partition, user, cancellationToken: cancelled);
                var calls = $"{Partition}_{user}";
                await foreach (var _ in tables.UserCalls.QueryAsync<TableEntity>(
                    row => row.PartitionKey == calls, select: ["RowKey"], cancellationToken: cancelled))
                {
                    throw new InvalidOperationException("Nobody should be in a call.");
                }
            });
        return Math.Min(users.Count, Page);
    }

    private async Task<List<string>> RowsAsync(string beginning, CancellationToken cancellation)
    {
        var users = new List<string>();
        var end = beginning[..^1] + (char)(beginning[^1] + 1);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {beginning} and RowKey lt {end}");
        await foreach (var row in tables.ColleagueIndex.QueryAsync<TableEntity>(filter, ColleagueIndex.MaxRows, ListingRow.Columns, cancellation))
        {
            users.Add(Guid.ParseExact(row.RowKey.Split('!')[1], "N").ToString("D"));
            if (users.Count == ColleagueIndex.MaxRows)
            {
                break;
            }
        }

        return users;
    }
}

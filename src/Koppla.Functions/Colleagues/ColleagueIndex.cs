using System.Text;
using Azure.Data.Tables;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// By what words and parts of numbers users are found: rows of the table <c>colleagueindex</c>. A listing's rows are written before
/// the user that names it, and removed after another is named; they are never changed. So a crash between the writes leaves rows
/// too many, which the search drops, and never one too few.
/// </summary>
internal sealed class ColleagueIndex(Tables tables, ISecretSource secrets)
{
    /// <summary>The most rows that one reading gives: what the service gives at once.</summary>
    public const int MaxRows = 1000;

    private const int MaxTransaction = 100;
    private const int MaxDeletions = 8;

    /// <summary>Lists a user who is about to be written.</summary>
    /// <returns>The id of the listing, for the user's entity.</returns>
    public async Task<string> AddAsync(User user, CancellationToken cancellationToken)
    {
        var listing = Listing.Of(user, secrets.Next());
        foreach (var rows in listing.Terms.Chunk(MaxTransaction))
        {
            await tables.ColleagueIndex.SubmitTransactionAsync(
                rows.Select(term => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, ListingRow.ToEntity(user.Organisation, listing, term))),
                cancellationToken);
        }

        return listing.Id;
    }

    /// <summary>Removes a listing that the user's entity does not name any more.</summary>
    /// <param name="user">As listed.</param>
    public Task RemoveAsync(User user, string id, CancellationToken cancellationToken)
    {
        var listing = Listing.Of(user, id);
        return Parallel.ForEachAsync(
            listing.Terms.Select(term => ListingRow.KeyOf(listing, term)),
            new ParallelOptions { MaxDegreeOfParallelism = MaxDeletions, CancellationToken = cancellationToken },
            async (key, cancelled) => await RemoveAsync(user.Organisation, key, cancelled));
    }

    public Task RemoveAsync(OrganisationId organisation, string key, CancellationToken cancellationToken) =>
        tables.ColleagueIndex.RemoveAsync(organisation.ToString(), key, cancellationToken);

    /// <summary>The rows of all terms with a beginning.</summary>
    /// <param name="after">The key of the last row that was read; empty: from the first.</param>
    public async Task<ListingRows> ReadAsync(
        OrganisationId organisation, string beginning, string after, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {organisation.ToString()} and RowKey ge {beginning} and RowKey lt {Beyond(beginning)}")
            + (after.Length == 0 ? "" : TableClient.CreateQueryFilter($" and RowKey gt {after}"));
        var rows = new List<ListingRow>();
        await foreach (var row in tables.ColleagueIndex.QueryAsync<TableEntity>(filter, MaxRows, ListingRow.Columns, cancellationToken))
        {
            rows.Add(ListingRow.FromEntity(row));
            if (rows.Count == MaxRows)
            {
                return new ListingRows(rows, row.RowKey);
            }
        }

        return new ListingRows(rows, null);
    }

    /// <summary>What comes after everything that has a beginning: the same with the last letter's successor.</summary>
    private static string Beyond(string beginning)
    {
        Rune.DecodeLastFromUtf16(beginning, out var last, out var length);
        return $"{beginning.AsSpan(0, beginning.Length - length)}{new Rune(last.Value + 1)}";
    }
}

using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>The numbers of an organisation in numerical order, a page at a time: one partition, continued by token.</summary>
internal sealed class NumberList(Tables tables)
{
    /// <param name="state">"reserved" or "assigned"; null for both.</param>
    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">1 to 1000.</param>
    public async Task<NumberPage> ReadAsync(
        OrganisationId organisation, string? state, PhoneNumber? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()}");
        if (after is not null)
        {
            filter += TableClient.CreateQueryFilter($" and RowKey gt {after.Digits}");
        }

        if (state is not null)
        {
            filter += TableClient.CreateQueryFilter($" and State eq {state}");
        }

        var items = new List<ListedNumber>(limit);
        var query = tables.NumberIndex.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken);
        await foreach (var row in query)
        {
            if (items.Count == limit)
            {
                return new NumberPage(items, items[^1].Number);
            }

            items.Add(Read(row));
        }

        return new NumberPage(items, null);
    }

    private static ListedNumber Read(TableEntity row) =>
        new(StoredNumber.Read("numberindex", "RowKey", $"+{row.RowKey}"), NumberMapping.FromEntity(row));
}

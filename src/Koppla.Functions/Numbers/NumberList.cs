using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>The numbers of an organisation in the order of their digits: one partition of <c>numberindex</c>.</summary>
internal sealed class NumberList(Tables tables)
{
    private const int MaxPage = 1000;

    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <param name="limit">1 to 1000.</param>
    public async Task<NumberPage> ReadAsync(
        OrganisationId organisation, NumberFilter filter, PhoneNumber? after, int limit, CancellationToken cancellationToken)
    {
        var rest = after is null ? "" : TableClient.CreateQueryFilter($" and RowKey gt {after.Digits}");
        var items = new List<ListedNumber>(limit);
        await foreach (var item in QueryAsync(organisation, rest + filter.Clauses, limit + 1, cancellationToken))
        {
            if (items.Count == limit)
            {
                return new NumberPage(items, items[^1].Number);
            }

            items.Add(item);
        }

        return new NumberPage(items, null);
    }

    /// <param name="from">The digits of the first.</param>
    /// <param name="to">The digits of the last.</param>
    public IAsyncEnumerable<ListedNumber> ReadRangeAsync(
        OrganisationId organisation, NumberFilter filter, string from, string to, CancellationToken cancellationToken) => QueryAsync(
        organisation,
        TableClient.CreateQueryFilter($" and RowKey ge {from} and RowKey le {to}") + filter.Clauses,
        MaxPage,
        cancellationToken);

    public IAsyncEnumerable<ListedNumber> ReadAllAsync(OrganisationId organisation, CancellationToken cancellationToken) =>
        QueryAsync(organisation, "", MaxPage, cancellationToken);

    private IAsyncEnumerable<ListedNumber> QueryAsync(
        OrganisationId organisation, string clauses, int pageSize, CancellationToken cancellationToken) => tables.NumberIndex
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()}") + clauses,
            Math.Min(pageSize, MaxPage),
            cancellationToken: cancellationToken)
        .Select(Read);

    private static ListedNumber Read(TableEntity row) =>
        new(StoredNumber.Read("numberindex", "RowKey", $"+{row.RowKey}"), NumberMapping.FromEntity(row));
}

using Azure.Data.Tables;
using Koppla.Functions.Calls;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>The calls that rules have sent outside, as storage has them: those that are over in their records, the others as they go on.</summary>
internal sealed class ForwardRecords(Tables tables)
{
    private static readonly string[] Columns = ["PartitionKey", "RowKey", "At", StoredForwarders.Column];

    private static readonly string Forwarded = TableClient.CreateQueryFilter($"ForwardedBy gt {string.Empty}");

    /// <summary>Calls of an organisation that have been recorded.</summary>
    /// <param name="rangAfter">Those that rang before do not count any more.</param>
    /// <param name="storedAfter">By the clock of storage; null: whenever. A call that was supervised is recorded long after it rang.</param>
    public async Task<IReadOnlyList<CountedCall>> RecordedAsync(
        OrganisationId organisation, Instant rangAfter, Instant? storedAfter, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()} and RowKey lt {CallId.Since(rangAfter)}")
            + $" and {Forwarded}"
            + (storedAfter is { } after ? $" and {EntityFilters.After("Timestamp", after)}" : string.Empty);
        return await ReadAsync(tables.Calls, "calls", filter, row => row.RowKey, cancellationToken);
    }

    /// <summary>Supervised calls of all organisations that go on, or have ended in the last minutes. Reads the whole table, which holds no others.</summary>
    public Task<IReadOnlyList<CountedCall>> OngoingAsync(CancellationToken cancellationToken) =>
        ReadAsync(tables.SupervisedCalls, "supervisedcalls", Forwarded, row => row.PartitionKey, cancellationToken);

    private static async Task<IReadOnlyList<CountedCall>> ReadAsync(
        TableClient table, string name, string filter, Func<TableEntity, string> id, CancellationToken cancellationToken)
    {
        var calls = new List<CountedCall>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken))
        {
            calls.Add(new CountedCall(
                id(row),
                Instant.FromDateTimeOffset(row.GetDateTimeOffset("At") ?? throw new CorruptEntityException(name, "At")),
                StoredForwarders.Read(name, row.TextOrNull(StoredForwarders.Column))));
        }

        return calls;
    }
}

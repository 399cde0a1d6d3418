using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.Calls;

/// <summary>Call records in the table <c>calls</c>: added once, never changed.</summary>
internal sealed class CallRecordStore(Tables tables)
{
    /// <summary>Adds a record; one that is already there stays as it is.</summary>
    /// <returns>Whether it was added now.</returns>
    public async Task<bool> AddAsync(CallRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Calls.AddEntityAsync(CallRecordMapping.ToEntity(record), cancellationToken);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // A repeated event: the first outcome is the true one.
            return false;
        }
    }

    public async Task<CallRecord?> ReadAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        var entity = await tables.Calls.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found } ? CallRecordMapping.FromEntity(found) : null;
    }

    /// <summary>Newest first.</summary>
    /// <param name="after">The id of the last record of the page before; null for the first page.</param>
    /// <param name="limit">1 to 999.</param>
    public async Task<IReadOnlyList<CallRecord>> ListAsync(
        OrganisationId organisation, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {organisation.ToString()} and RowKey gt {after ?? string.Empty}");
        var records = new List<CallRecord>(limit);
        await foreach (var row in tables.Calls.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            records.Add(CallRecordMapping.FromEntity(row));
            if (records.Count == limit)
            {
                break;
            }
        }

        return records;
    }
}

using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Supervised calls in the table <c>supervisedcalls</c>: one entity each, claimed by inserting it, changed by compare-and-swap.</summary>
internal sealed class SupervisedCallStore(Tables tables)
{
    /// <summary>Null: another instance has claimed the call already.</summary>
    public async Task<ETag?> TryClaimAsync(SupervisedCall call, CancellationToken cancellationToken)
    {
        try
        {
            var response = await tables.SupervisedCalls.AddEntityAsync(SupervisedCallMapping.ToEntity(call), cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException claimed) when (claimed.Status == 409)
        {
            return null;
        }
    }

    public async Task<Stored<SupervisedCall>?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var entity = await tables.SupervisedCalls.GetEntityIfExistsAsync<TableEntity>(
            id, SupervisedCallMapping.Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found }
            ? new Stored<SupervisedCall>(SupervisedCallMapping.FromEntity(found), found.ETag)
            : null;
    }

    /// <returns>The new version, or null when another event has changed the call first.</returns>
    public async Task<ETag?> TryChangeAsync(SupervisedCall call, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await tables.SupervisedCalls.UpdateEntityAsync(
                SupervisedCallMapping.ToEntity(call), version, TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Removes a call as it was read; one that has changed since stays.</summary>
    public async Task RemoveAsync(string id, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await tables.SupervisedCalls.DeleteEntityAsync(id, SupervisedCallMapping.Row, version, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            // Changed or removed by another instance: not ours any more.
        }
    }

    /// <summary>The ids of calls whose deadline has passed. Reads the whole table, which holds the calls of the last minutes only.</summary>
    public async IAsyncEnumerable<string> OverdueAsync(
        Instant now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = EntityFilters.Before(SupervisedCallMapping.Deadline, now);
        await foreach (var row in tables.SupervisedCalls.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            yield return row.PartitionKey;
        }
    }
}

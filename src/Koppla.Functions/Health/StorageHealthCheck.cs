using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

/// <summary>Storage is well when every table is there and answers.</summary>
internal sealed class StorageHealthCheck(Tables tables) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.WhenAll(tables.All.Select(table => AskAsync(table, cancellationToken)));
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return HealthCheckResult.Unhealthy("Storage does not answer.", failure);
        }
    }

    /// <summary>A query of a row that is not: unlike a read of it, it fails when the whole table is not.</summary>
    private static async Task AskAsync(TableClient table, CancellationToken cancellationToken)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(
            "PartitionKey eq 'health' and RowKey eq 'health'", maxPerPage: 1, ["PartitionKey"], cancellationToken))
        {
            // There is none.
        }
    }
}

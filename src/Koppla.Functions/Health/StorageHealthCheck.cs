using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

/// <summary>Storage is well when every table answers a point read.</summary>
internal sealed class StorageHealthCheck(Tables tables) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.WhenAll(tables.All.Select(
                table => table.GetEntityIfExistsAsync<TableEntity>("health", "health", ["PartitionKey"], cancellationToken)));
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return HealthCheckResult.Unhealthy("Storage does not answer.", failure);
        }
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

/// <summary>A check that does not answer in time has failed, whatever it waits for.</summary>
internal sealed class BoundedHealthCheck(IHealthCheck check, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = new TimeLimit(Limit, time, cancellationToken);
        try
        {
            return await check.CheckHealthAsync(context, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            return HealthCheckResult.Unhealthy("It took too long.", late);
        }
    }
}

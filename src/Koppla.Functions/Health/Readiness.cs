using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Koppla.Functions.Health;

/// <summary>Whether the app can do its work. It looks once in some seconds, however often and by how many it is asked.</summary>
internal sealed class Readiness(HealthCheckService checks, IClock clock)
{
    private static readonly Duration Kept = Duration.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<HealthReport>? latest;
    private Instant since;

    public Task<HealthReport> ReportAsync()
    {
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            if (latest is null || (latest.IsCompleted && now - since >= Kept))
            {
                // Nobody's own request: whoever goes away leaves the others their answer.
                (latest, since) = (checks.CheckHealthAsync(CancellationToken.None), now);
            }

            return latest;
        }
    }
}

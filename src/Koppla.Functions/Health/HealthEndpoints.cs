using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Health;

internal static class HealthEndpoints
{
    /// <summary><c>live</c>: the process answers. <c>ready</c>: storage answers too, else 503.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        endpoints.MapHealthChecks("/health/ready").DisableRateLimiting();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

internal static class HealthEndpoints
{
    /// <summary><c>live</c>: the process answers. <c>ready</c>: it can do its work, perhaps <c>degraded</c>; else 503.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").DisableRateLimiting().ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(HealthBody.Alive));
        health.MapGet("/ready", ReadyAsync);
    }

    private static async Task<JsonHttpResult<HealthBody>> ReadyAsync(Readiness readiness)
    {
        var report = await readiness.ReportAsync();
        return TypedResults.Json(
            HealthBody.Of(report),
            statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}

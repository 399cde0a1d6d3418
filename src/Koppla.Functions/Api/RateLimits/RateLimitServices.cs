using System.Globalization;
using System.Threading.RateLimiting;
using Koppla.Functions.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Api.RateLimits;

internal static class RateLimitServices
{
    public static void UseClientAddress(this FunctionsApplicationBuilder builder) => builder.UseMiddleware<ClientAddressMiddleware>();

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RateLimitOptions>(configuration, RateLimitOptions.Section);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = RequestLimiter.Create(limits.Value);
            limiter.OnRejected = RefuseAsync;
        });
        return services.AddRateLimiter(_ => { });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, seconds).ToString(CultureInfo.InvariantCulture);
        await Problems.TooManyRequests.ToResult().ExecuteAsync(rejected.HttpContext);
    }
}

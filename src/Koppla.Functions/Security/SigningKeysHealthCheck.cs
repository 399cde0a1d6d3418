using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Security;

/// <summary>
/// Tokens of a scheme can be checked. An issuer that is away is a matter of the keys that it rolls meanwhile; without any keys, calls and
/// people are turned away.
/// </summary>
internal sealed class SigningKeysHealthCheck(IServiceProvider services, IOptionsMonitor<JwtBearerOptions> options, string scheme) : IHealthCheck
{
    private readonly SigningKeys keys = services.GetRequiredKeyedService<SigningKeys>(scheme);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await options.Get(scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException failure)
        {
            return HealthCheckResult.Unhealthy("There are no keys.", failure);
        }

        return keys.AreAway ? HealthCheckResult.Degraded("The issuer is away; the last good keys are held.") : HealthCheckResult.Healthy();
    }
}

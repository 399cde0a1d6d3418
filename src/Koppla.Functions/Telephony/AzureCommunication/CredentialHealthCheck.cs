using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>
/// Commands can be signed: with the key, which the start has looked at, or with a token of the app's identity. The provider itself is
/// not asked, for there is nothing to ask it without a call.
/// </summary>
internal sealed class CredentialHealthCheck(IOptions<AzureCommunicationOptions> options, TokenCredential identity) : IHealthCheck
{
    private static readonly TokenRequestContext Token = new(["https://communication.azure.com//.default"]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.Endpoint is null)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            await identity.GetTokenAsync(Token, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (AuthenticationFailedException failure)
        {
            return HealthCheckResult.Unhealthy("No token for the provider.", failure);
        }
    }
}

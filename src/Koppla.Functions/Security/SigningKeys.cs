using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;

namespace Koppla.Functions.Security;

/// <summary>
/// Fetches an issuer's keys, and notes how that went. The library goes on with the last good ones when the issuer is away; it does not
/// tell anybody, and asks again at every request.
/// </summary>
internal sealed class SigningKeys(IClock clock) : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    private static readonly Duration Pause = Duration.FromSeconds(10);

    private volatile Failure? failure;
    private volatile bool isHeld;

    /// <summary>The last time the issuer was asked it did not give its keys.</summary>
    public bool AreAway => failure is not null;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
    {
        if (isHeld && failure is { } last && clock.GetCurrentInstant() - last.At < Pause)
        {
            throw new InvalidOperationException("The issuer has been asked just now.", last.Reason);
        }

        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
            if (configuration.SigningKeys.Count == 0)
            {
                throw new InvalidOperationException("The issuer has no keys."); // the last good ones are better
            }

            (isHeld, failure) = (true, null);
            return configuration;
        }
        catch (Exception reason)
        {
            failure = new(clock.GetCurrentInstant(), reason);
            throw;
        }
    }

    private sealed record Failure(Instant At, Exception Reason);
}

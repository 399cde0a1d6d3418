using Azure.Communication.CallAutomation;
using Azure.Core;
using Koppla.Functions.Health;
using Koppla.Functions.Security;
using Koppla.Functions.Settings;
using Koppla.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Telephony.AzureCommunication;

internal static class AzureCommunicationServices
{
    public static IServiceCollection AddAzureCommunication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AzureCommunicationOptions>(configuration, AzureCommunicationOptions.Section);
        services.AddAppIdentity();
        services.AddSingleton(provider => CreateClient(
            provider.GetRequiredService<IOptions<AzureCommunicationOptions>>().Value, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<AzureCommunicationCallControl>();
        services.AddSingleton<ICallControl>(provider => new MeasuredCallControl(
            provider.GetRequiredService<AzureCommunicationCallControl>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallEventReader, CallEventReader>();
        services.AddReadiness<CredentialHealthCheck>("provider");
        return services;
    }

    private static CallAutomationClient CreateClient(AzureCommunicationOptions options, TokenCredential identity)
    {
        var client = new CallAutomationClientOptions
        {
            Retry = { NetworkTimeout = TimeSpan.FromSeconds(2) },
            RetryPolicy = new ConflictRetryPolicy(
                maxRetries: 2, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1))),
        };
        client.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        return options.Endpoint is { } endpoint
            ? new CallAutomationClient(endpoint, identity, client)
            : new CallAutomationClient(options.ConnectionString!, client);
    }
}

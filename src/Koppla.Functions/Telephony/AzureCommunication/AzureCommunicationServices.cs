using Azure.Communication.CallAutomation;
using Azure.Core;
using Azure.Identity;
using Koppla.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Telephony.AzureCommunication;

internal static class AzureCommunicationServices
{
    public static IServiceCollection AddAzureCommunication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AzureCommunicationOptions>(configuration, AzureCommunicationOptions.Section);
        services.AddSingleton(provider =>
            CreateClient(provider.GetRequiredService<IOptions<AzureCommunicationOptions>>().Value));
        services.AddSingleton<ICallControl, AzureCommunicationCallControl>();
        services.AddSingleton<ICallEventReader, CallEventReader>();
        return services;
    }

    private static CallAutomationClient CreateClient(AzureCommunicationOptions options)
    {
        var client = new CallAutomationClientOptions
        {
            Retry = { NetworkTimeout = TimeSpan.FromSeconds(2) },
            RetryPolicy = new ConflictRetryPolicy(
                maxRetries: 2, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1))),
        };
        client.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        return options.Endpoint is { } endpoint
            ? new CallAutomationClient(endpoint, new DefaultAzureCredential(), client)
            : new CallAutomationClient(options.ConnectionString!, client);
    }
}

using Azure.Core;
using Azure.Data.Tables;
using Koppla.Functions.Security;
using Koppla.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddTableStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StorageOptions>(configuration, StorageOptions.Section);
        services.AddAppIdentity();
        services.AddSingleton(provider => CreateClient(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TokenCredential>()));
        services.AddSingleton<Tables>();
        services.AddHostedService<TableCreation>();
        return services;
    }

    internal static TableServiceClient CreateClient(StorageOptions options, TokenCredential? identity = null)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                // A ringing call waits for this: one quick second try, then the fallback decides.
                Mode = RetryMode.Exponential,
                MaxRetries = 1,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromMilliseconds(500),
                NetworkTimeout = TimeSpan.FromSeconds(2),
            },
        };
        return options.TableEndpoint is { } endpoint
            ? new TableServiceClient(endpoint, identity, client)
            : new TableServiceClient(options.ConnectionString, client);
    }
}

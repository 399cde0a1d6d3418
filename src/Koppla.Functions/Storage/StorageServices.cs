using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
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
        services.AddSingleton(provider => CreateClient(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<Tables>();
        services.AddHostedService<TableCreation>();
        return services;
    }

    internal static TableServiceClient CreateClient(StorageOptions options)
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
            ? new TableServiceClient(endpoint, new DefaultAzureCredential(), client)
            : new TableServiceClient(options.ConnectionString, client);
    }
}

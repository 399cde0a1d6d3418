using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Koppla.Functions.Security;

internal static class AppIdentity
{
    /// <summary>The identity that the app shows to other services; one object, for it keeps the tokens that it has got.</summary>
    public static IServiceCollection AddAppIdentity(this IServiceCollection services)
    {
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services;
    }
}

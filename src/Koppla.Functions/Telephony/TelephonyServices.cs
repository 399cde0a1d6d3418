using Koppla.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Telephony;

internal static class TelephonyServices
{
    /// <summary>What every provider needs; the provider itself is added beside it.</summary>
    public static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CallbackOptions>(configuration, CallbackOptions.Section);
        return services;
    }
}

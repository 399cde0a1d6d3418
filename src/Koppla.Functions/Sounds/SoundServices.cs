using Koppla.Functions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Sounds;

internal static class SoundServices
{
    public static IServiceCollection AddSounds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SoundOptions>(configuration, SoundOptions.Section);
        return services.AddSingleton<SoundLibrary>();
    }
}

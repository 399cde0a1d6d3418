using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Sounds;

internal static class SoundServices
{
    public static IServiceCollection AddSounds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SoundOptions>()
            .Bind(configuration.GetSection(SoundOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<SoundLibrary>();
    }
}

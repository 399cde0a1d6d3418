using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Settings;

internal static class SettingsServices
{
    /// <summary>Reads a section of the configuration; the app does not start when something in it is wrong.</summary>
    /// <param name="name">Of the options, when several sections have the same class; else they have none.</param>
    /// <param name="defaults">What holds unless the configuration says otherwise, where the class can't know it.</param>
    public static IServiceCollection AddSettings<TOptions>(
        this IServiceCollection services,
        IConfiguration configuration,
        string section,
        string name = "",
        Action<TOptions>? defaults = null)
        where TOptions : class
    {
        var settings = new SettingsSection(section, typeof(TOptions), configuration.GetSection(section));
        services.AddSingleton(settings);
        services.AddSingleton<IValidateOptions<TOptions>>(new SettingsValidation<TOptions>(name, settings));
        services.AddOptions<TOptions>(name)
            .Configure(options => defaults?.Invoke(options))
            .Configure(settings.BindTo)
            .ValidateOnStart();
        return services;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace Koppla.Standins.FunctionsWorker.Application;

internal static class HostSettings
{
    private const string DefaultUrl = "http://127.0.0.1:7071";

    /// <summary>Weaker than anything the app says itself: no log line per request, but one with the address.</summary>
    private static readonly Dictionary<string, string?> logLevels = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    };

    /// <summary>Adds the local settings just below the environment variables, and the log levels below everything.</summary>
    public static void AddDefaults(ConfigurationManager configuration, Dictionary<string, string?> local)
    {
        var sources = ((IConfigurationBuilder)configuration).Sources;
        var variables = sources.LastOrDefault(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(variables is null ? sources.Count : sources.IndexOf(variables), new MemoryConfigurationSource { InitialData = local });
        sources.Insert(0, new MemoryConfigurationSource { InitialData = logLevels });
    }

    public static void AddDefaultUrl(ConfigurationManager configuration)
    {
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]))
        {
            configuration["urls"] = DefaultUrl;
        }
    }

    /// <summary>From host.json in the given directory or the app's own: <c>extensions.http.routePrefix</c>, by default <c>api</c>.</summary>
    public static string RoutePrefix(string? directory) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(directory ?? AppContext.BaseDirectory, "host.json"), optional: true).Build()
            ["extensions:http:routePrefix"] ?? "api";

    public static bool IsTrue(IConfiguration settings, string name) =>
        settings[name] is "1" || string.Equals(settings[name], "true", StringComparison.OrdinalIgnoreCase);
}

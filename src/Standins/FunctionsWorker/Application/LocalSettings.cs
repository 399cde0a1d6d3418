using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Application;

internal static class LocalSettings
{
    private const string FileName = "local.settings.json";

    /// <summary>
    /// The <c>Values</c> of the first local.settings.json among the given directory or, without one, the current directory and the app's own.
    /// As in environment variables, <c>__</c> in a name stands for a colon. Empty if there is no such file.
    /// </summary>
    public static Dictionary<string, string?> Read(string? directory)
    {
        string[] places = directory is null ? [Directory.GetCurrentDirectory(), AppContext.BaseDirectory] : [directory];
        if (places.Select(place => Path.Combine(place, FileName)).FirstOrDefault(File.Exists) is not { } path)
        {
            return [];
        }

        return new ConfigurationBuilder().AddJsonFile(path).Build().GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Key.Length > 0 && setting.Value is not null)
            .ToDictionary(
                setting => setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                setting => setting.Value,
                StringComparer.OrdinalIgnoreCase);
    }
}

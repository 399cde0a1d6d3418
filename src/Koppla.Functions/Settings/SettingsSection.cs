using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Koppla.Functions.Settings;

/// <summary>A section of the configuration with the class of options that it is read into.</summary>
/// <param name="Name">Of the section; the options are named so too when several sections have the same class.</param>
internal sealed record SettingsSection(string Name, Type Options, IConfigurationSection Values)
{
    /// <summary>Values that are no value of their type: the rest is bound, so that one look finds all that is wrong.</summary>
    public IReadOnlyList<Setting> Malformed() =>
        [.. Given().Where(each => !IsOfType(each.Setting, each.Value)).Select(each => each.Setting)];

    public void BindTo(object options)
    {
        var wrong = Malformed().Select(setting => setting.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        new ConfigurationBuilder()
            .AddInMemoryCollection(Values.AsEnumerable(makePathsRelative: true).Where(each => !wrong.Contains(each.Key)))
            .Build()
            .Bind(options);
    }

    private IEnumerable<(Setting Setting, string Value)> Given()
    {
        foreach (var (path, value) in Values.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && Setting.Find(Options, path) is { } setting)
            {
                yield return (setting, value);
            }
        }
    }

    private static bool IsOfType(Setting setting, string value)
    {
        try
        {
            TypeDescriptor.GetConverter(setting.Property.PropertyType).ConvertFromInvariantString(value);
            return true;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }
}

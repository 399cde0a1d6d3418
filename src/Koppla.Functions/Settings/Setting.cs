using System.Reflection;

namespace Koppla.Functions.Settings;

/// <summary>What a class of options reads, found in its properties. Paths are written as configuration writes them: <c>Rules:0:Prefix</c>.</summary>
/// <param name="Path">Inside its section.</param>
internal sealed record Setting(string Path, PropertyInfo Property)
{
    /// <summary>The name as an operator writes it, in an app setting or an environment variable.</summary>
    public static string NameOf(string section, string path) => $"{section}:{path}".Replace(":", "__", StringComparison.Ordinal);

    /// <summary>All that the options read; of a list, its first item.</summary>
    public static IEnumerable<Setting> Of(Type options) => options.GetProperties().SelectMany(property => ItemOf(property) is { } item
        ? Of(item).Select(setting => setting with { Path = $"{property.Name}:0:{setting.Path}" })
        : [new Setting(property.Name, property)]);

    /// <summary>Null: the options read no such setting.</summary>
    public static Setting? Find(Type options, string path) => Of(options).FirstOrDefault(setting =>
        string.Equals(setting.Path, FirstItem(path), StringComparison.OrdinalIgnoreCase)) is { } found ? found with { Path = path } : null;

    private static string FirstItem(string path) =>
        string.Join(':', path.Split(':').Select(part => int.TryParse(part, out _) ? "0" : part));

    private static Type? ItemOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IList<>) ? type.GetGenericArguments()[0] : null;
}

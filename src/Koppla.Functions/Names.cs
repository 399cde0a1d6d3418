using System.Collections.Frozen;
using System.Text.Json;

namespace Koppla.Functions;

/// <summary>The stable outer names of our enumerations: kebab-case, in storage and in the API.</summary>
internal static class Names
{
    public static string Kebab<T>(T value)
        where T : struct, Enum => Table<T>.Texts[value];

    /// <returns>Null when no value has that name.</returns>
    public static T? Parse<T>(string name)
        where T : struct, Enum => Table<T>.Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>In the order of the values.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Kebab);

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Texts =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Values =
            Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}

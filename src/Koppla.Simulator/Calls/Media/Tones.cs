namespace Koppla.Simulator.Calls.Media;

/// <summary>The wire names of the keys.</summary>
internal static class Tones
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['0'] = "zero", ['1'] = "one", ['2'] = "two", ['3'] = "three", ['4'] = "four", ['5'] = "five", ['6'] = "six", ['7'] = "seven",
        ['8'] = "eight", ['9'] = "nine", ['A'] = "a", ['B'] = "b", ['C'] = "c", ['D'] = "d", ['#'] = "pound", ['*'] = "asterisk",
    };

    public static IReadOnlyCollection<string> All => Names.Values;

    /// <exception cref="ArgumentException">No telephone has this key.</exception>
    public static string Name(char key) =>
        Names.TryGetValue(char.ToUpperInvariant(key), out var name) ? name : throw new ArgumentException($"No telephone has the key {key}.", nameof(key));
}

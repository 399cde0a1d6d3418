namespace Koppla.Functions.Telemetry.Masking;

/// <summary>Masks named values of a signal, by what they are named and by what they look like.</summary>
internal static class MaskedValues
{
    private const string Query = "url.query";

    private static readonly string[] Paths = ["url.path", "http.target"];

    /// <summary>Those that are to be replaced, and by what; null: by nothing.</summary>
    public static List<KeyValuePair<string, object?>> Changes(IEnumerable<KeyValuePair<string, object?>> values)
    {
        var changes = new List<KeyValuePair<string, object?>>();
        foreach (var (key, value) in values)
        {
            var masked = Of(key, value);
            if (!ReferenceEquals(masked, value))
            {
                changes.Add(new(key, masked));
            }
        }

        return changes;
    }

    /// <returns>The same instance when there is nothing to mask.</returns>
    public static object? Of(string key, object? value) => value switch
    {
        null or bool or double or float or int or long or Enum or TimeSpan or Guid => value,
        _ when key == Query => null,
        string path when Paths.Contains(key, StringComparer.Ordinal) => Same(path, SensitiveText.Masked(MaskedAddress.PathOf(path))),
        string text => Same(text, SensitiveText.Masked(text)),
        IEnumerable<string> texts => texts.Select(SensitiveText.Masked).ToArray(),
        _ => SensitiveText.Masked(value.ToString() ?? string.Empty),
    };

    private static string Same(string before, string after) => before == after ? before : after;
}

using System.Text.RegularExpressions;

namespace Koppla.Cli.Output;

/// <summary>Keeps tokens out of what is printed for people.</summary>
internal static partial class Redaction
{
    private const string Instead = "(token)";

    /// <summary>Without these tokens, and without all that looks like one.</summary>
    public static string Of(string text, IEnumerable<string> tokens) => Jwt().Replace(
        tokens.Where(token => token.Length > 0).Aggregate(text, (rest, token) => rest.Replace(token, Instead, StringComparison.Ordinal)),
        Instead);

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]*\.?[\w-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Jwt();
}

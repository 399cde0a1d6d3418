using System.Text;
using System.Text.RegularExpressions;

namespace Koppla.EndToEnd.Tests.Telemetry;

/// <summary>What no signal may hold, found in its bytes: texts are UTF-8 in them, whatever field they are in.</summary>
internal static partial class Forbidden
{
    private const int Around = 60;

    public static IEnumerable<string> In(byte[] exported)
    {
        var text = Encoding.Latin1.GetString(exported);
        return Patterns().Matches(text).Select(match =>
            Unprintable().Replace(text[Math.Max(0, match.Index - Around)..Math.Min(text.Length, match.Index + match.Length + Around)], " "));
    }

    /// <summary>
    /// The numbers of the tests and the example, in every spelling; handles of ringing calls and tokens, which both begin so; identities of
    /// the provider's users; secrets of paths.
    /// </summary>
    [GeneratedRegex(
        """
        (?:46|0)[ -]?(?:8[ -]?465[ -]?004|980[ -]?319[ -]?2|40[ -]?628[ -]?04|70[ -]?174[ -]?06|31[ -]?390[ -]?06)[ -]?[0-9]
        |eyJ[0-9A-Za-z_-]{5}
        |8(?::|%3A)acs(?::|%3A)[0-9A-Za-z]
        |(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Patterns();

    [GeneratedRegex("""[^ -~]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Unprintable();
}

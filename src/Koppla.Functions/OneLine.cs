using System.Globalization;

namespace Koppla.Functions;

/// <summary>Texts of others as they may stand in a log: none can begin a line of its own, or look like another.</summary>
internal static class OneLine
{
    private const char Instead = '?';

    /// <param name="text">The text.</param>
    /// <param name="most">What is longer is cut, in characters.</param>
    public static string Of(string text, int most)
    {
        var cut = text.Length > most ? text[..most] : text;
        foreach (var letter in cut)
        {
            if (!IsPlain(letter))
            {
                return string.Concat(cut.Select(each => IsPlain(each) ? each : Instead));
            }
        }

        return cut;
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

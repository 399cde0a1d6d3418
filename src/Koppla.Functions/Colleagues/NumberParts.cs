using System.Globalization;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Colleagues;

/// <summary>Parts of numbers, in digits. Every part of a number is the beginning of one of its endings, so the endings are what is looked up.</summary>
internal static class NumberParts
{
    /// <summary>The fewest digits that are looked for.</summary>
    public const int MinDigits = 3;

    /// <summary>The digits of the usual spellings: international after 00, of which +46 is an ending, and as it is written in Sweden.</summary>
    public static IEnumerable<string> SpellingsOf(PhoneNumber number) =>
        number.Region == "SE" ? [$"00{number.Digits}", DigitsOf(number.Display)] : [$"00{number.Digits}"];

    public static IEnumerable<string> EndingsOf(string spelling) =>
        Enumerable.Range(0, Math.Max(0, spelling.Length - MinDigits + 1)).Select(start => spelling[start..]);

    /// <summary>The digits of what is typed: no separators, no plus, and no <c>(0)</c> after a country.</summary>
    public static string OfTyped(string text)
    {
        var isInternational = text.StartsWith('+') || text.StartsWith("00", StringComparison.Ordinal);
        return DigitsOf(isInternational ? text.Replace("(0)", "", StringComparison.Ordinal) : text);
    }

    private static string DigitsOf(string text) =>
        string.Concat(text.Where(char.IsDigit).Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit))));
}

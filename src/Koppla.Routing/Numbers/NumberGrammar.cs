using System.Buffers;

namespace Koppla.Routing.Numbers;

/// <summary>What may be written in a number. Everything else is refused rather than deleted: letters, <c>*</c>, <c>#</c>, a second plus.</summary>
internal static class NumberGrammar
{
    private const string Scheme = "tel:";

    // Space, no-break space, brackets, full stop, slash, and the hyphens, dashes and full-width forms that libphonenumber knows.
    private static readonly SearchValues<char> Separators =
        SearchValues.Create(" \u00A0()./-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u3000\uFF08\uFF09\uFF0D\uFF0E\uFF0F");

    internal static string WithoutScheme(string text) =>
        text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..] : text;

    /// <summary>Digits of any script, separators, and at most one plus, before the first digit.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text)
    {
        var plusAllowed = true;
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                plusAllowed = false;
            }
            else if (c is '+' or '\uFF0B')
            {
                if (!plusAllowed)
                {
                    return false;
                }

                plusAllowed = false;
            }
            else if (!Separators.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// The words of a query. What has digits and no letters is part of a number, and all such are one: <c>08-465 004</c>. It may be a
/// word of its own too, as in <c>Butik 12</c>.
/// </summary>
internal static class QueryWords
{
    /// <returns>Empty: there is nothing to look for.</returns>
    public static ImmutableArray<Word> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var number = new StringBuilder();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Any(char.IsDigit) && !part.Any(char.IsLetter))
            {
                number.Append(part);
            }
            else
            {
                words.AddRange(Word.AllOf(part));
            }
        }

        var digits = NumberParts.OfTyped(number.ToString());
        if (digits.Length >= (words.Count == 0 ? NumberParts.MinDigits : 1))
        {
            words.Add(Word.Of(digits));
        }

        return words.ToImmutable();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Koppla.Functions.Colleagues;

/// <summary>A word of a name, a department or a query.</summary>
/// <param name="Exact">In lower case, with its own letters.</param>
/// <param name="Folded">The same without what is above and below the letters; what is compared.</param>
internal sealed record Word(string Exact, string Folded)
{
    /// <summary>Letters that count. So a folded word has at most twice as many characters, and a row key has room for it.</summary>
    public const int MaxLength = 64;

    public static Word Of(string exact) => new(exact, Fold(exact));

    /// <summary>Letters and digits make words, what is between them parts them. Apostrophes and marks do neither: <c>O'Brien</c> is one word.</summary>
    public static ImmutableArray<Word> AllOf(string? text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (length++ < MaxLength)
                {
                    word.Append(Rune.ToLowerInvariant(rune));
                }
            }
            else if (IsMark(rune))
            {
                Compose(word, rune);
            }
            else if (rune.Value is not ('\'' or '\u2019'))
            {
                End();
            }
        }

        End();
        return words.ToImmutable();

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(Of(word.ToString()));
            }

            word.Clear();
            length = 0;
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static void Compose(StringBuilder word, Rune mark)
    {
        if (word.Length > 0 && mark.IsBmp && Letters.Composed(word[^1], (char)mark.Value) is { } composed)
        {
            word[^1] = composed;
        }
    }

    private static string Fold(string exact)
    {
        if (exact.All(char.IsAscii))
        {
            return exact;
        }

        var folded = new StringBuilder();
        foreach (var letter in exact)
        {
            _ = Letters.Plain(letter) is { } plain ? folded.Append(plain) : folded.Append(letter);
        }

        return folded.ToString();
    }
}

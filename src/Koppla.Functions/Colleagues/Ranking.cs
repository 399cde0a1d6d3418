using System.Collections.Immutable;

namespace Koppla.Functions.Colleagues;

/// <summary>
/// Whether a listing is found by a query, and how well. Every word of the query must begin a word of the name or of the department,
/// or be a part of a number.
/// </summary>
internal static class Ranking
{
    private const int NameStart = 0;
    private const int NameLater = 1;
    private const int Elsewhere = 2;

    /// <summary>
    /// A text whose ordinal order is the order of hits: those with the very letters of the query first; then those whose name
    /// begins with the query's first word, those with it later in the name, and the others; then by the Swedish alphabet.
    /// </summary>
    /// <returns>Null: not found.</returns>
    public static string? Of(Listing listing, ImmutableArray<Word> query)
    {
        var (isFolded, place) = (false, Elsewhere);
        foreach (var word in query.Reverse())
        {
            if (Best(listing, word) is not { } best)
            {
                return null;
            }

            (isFolded, place) = (isFolded || best.IsFolded, best.Place);
        }

        return $"{(isFolded ? 1 : 0)}{place}{SwedishOrder.KeyOf(listing.NameWords)}\n{listing.User.Value:N}";
    }

    /// <summary>Whether a row is the one that stands for its listing: the first of those that a beginning finds.</summary>
    public static bool IsFirst(ListingRow row, string beginning) => row.Listing.Terms.All(
        term => !term.StartsWith(beginning, StringComparison.Ordinal) || string.CompareOrdinal(row.Term, term) <= 0);

    private static (bool IsFolded, int Place)? Best(Listing listing, Word word)
    {
        (bool, int)? best = null;
        for (var i = 0; i < listing.NameWords.Length; i++)
        {
            Consider(listing.NameWords[i], i == 0 ? NameStart : NameLater);
        }

        foreach (var each in listing.DepartmentWords)
        {
            Consider(each, Elsewhere);
        }

        return best ?? (IsPartOfNumber(listing, word.Folded) ? (false, Elsewhere) : null);

        void Consider(Word each, int place)
        {
            if (each.Folded.StartsWith(word.Folded, StringComparison.Ordinal))
            {
                var found = (!each.Exact.StartsWith(word.Exact, StringComparison.Ordinal), place);
                best = best is { } known && known.CompareTo(found) <= 0 ? known : found;
            }
        }
    }

    private static bool IsPartOfNumber(Listing listing, string digits) => char.IsAsciiDigit(digits[0])
        && listing.Spellings.SelectMany(NumberParts.EndingsOf).Any(ending => ending.StartsWith(digits, StringComparison.Ordinal));
}

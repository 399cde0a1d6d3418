using System.Collections.Immutable;
using CsCheck;
using Koppla.Functions.Colleagues;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Colleagues;

/// <summary>What a listing is found by: the rows that storage would give, and what the search makes of them.</summary>
public sealed class FindingPropertyTests
{
    private static readonly Gen<string> Name =
        Gen.Char["abezåäöéüøæßþABEZÅÄÖÉÜØÆЖж12'’- ./#?%\\\u030A\u0308\u0301日"].Array[0, 40].Select(letters => new string(letters));

    private static readonly Gen<PhoneNumber> Number = Gen.OneOf(
        Gen.Int[0, 99].Select(last => Numbers.Of($"08-465 004 {last:00}")),
        Gen.Int[5, 99].Select(last => Numbers.Of($"070-174 06 {last:00}")),
        Gen.OneOf(Gen.Const(Numbers.Of("+4533123456")), Gen.Const(Numbers.Of("+12125550123")), Gen.Const(Numbers.Of("+358401234567"))));

    private static readonly Gen<User> People =
        from name in Name
        from department in Gen.OneOf(Name, Gen.Const(""))
        from numbers in Number.Array[0, 3]
        select Person(name, department, numbers);

    [Fact]
    public void A_user_is_found_by_every_beginning_of_every_word_of_the_name_and_the_department() => People.Sample(
        user => Word.AllOf(user.Name).Concat(Word.AllOf(user.Department)).All(
            word => word.Exact.EnumerateRunes().Select((_, i) => BeginningOf(word.Exact, i + 1)).Where(HasLetter).All(part => IsFound(user, part))),
        iter: 3_000);

    [Fact]
    public void A_user_is_found_by_every_part_of_a_number_with_three_digits_as_E164_and_as_it_is_written() => People.Sample(
        user => user.Numbers.All(number => PartsOf(number.Digits).Concat(PartsOf(OnlyDigits(number.Display))).All(part => IsFound(user, part))),
        iter: 1_000);

    [Fact]
    public void A_user_is_found_by_all_words_together_in_any_order() => People.Where(user => Word.AllOf(user.Name) is [_, _, ..]).Sample(
        user =>
        {
            ImmutableArray<Word> words = [.. Word.AllOf(user.Name).Reverse()];
            return Ranking.Of(Listing.Of(user, "a"), words) is not null && Ranking.Of(Listing.Of(user, "a"), words.Add(Word.Of("qqq"))) is null;
        },
        iter: 1_000);

    [Fact]
    public void Of_the_rows_that_a_beginning_finds_one_stands_for_the_user() => Gen.Select(People, Name).Sample(
        (user, query) => QueryWords.Of(query) is not [_, ..] words || FoundBy(user, words).Count <= 1, iter: 3_000);

    [Fact]
    public void What_is_found_matches_and_what_matches_is_found() => Gen.Select(People, Name).Sample(
        (user, query) => QueryWords.Of(query) is not [_, ..] words
            || FoundBy(user, words).Count == 1 == (Ranking.Of(Listing.Of(user, "a"), words) is not null)
            || words.All(word => word.Folded.Length < NumberParts.MinDigits),
        iter: 3_000);

    [Fact]
    public void Every_key_is_one_that_storage_takes() => People.Sample(
        user => Keys(user).All(key => key.Length is > 0 and < 512 && !key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c) || char.IsSurrogate(c))),
        iter: 3_000);

    [Fact]
    public void No_two_rows_of_a_user_have_the_same_key() => People.Sample(
        user => Keys(user).Distinct(StringComparer.Ordinal).Count() == Keys(user).Count, iter: 1_000);

    private static User Person(string name, string? department, PhoneNumber[] numbers) => new(
        new UserId(Guid.NewGuid()),
        new OrganisationId(Guid.NewGuid()),
        name,
        [.. numbers],
        Language.Swedish,
        CallHandling.Always(DefaultProfiles.All[0]))
    {
        Department = department,
    };

    private static bool IsFound(User user, string query) => FoundBy(user, QueryWords.Of(query)).Count == 1;

    /// <summary>The rows that a range query would give, of those that stand for the user.</summary>
    private static List<ListingRow> FoundBy(User user, ImmutableArray<Word> words)
    {
        var beginning = new ColleagueQuery(words, 1, SearchPosition.Start).Beginning;
        return
        [
            .. Listing.Of(user, "a").Terms
                .Where(term => term.StartsWith(beginning, StringComparison.Ordinal))
                .Select(term => new ListingRow("", term, Listing.Of(user, "a"), default))
                .Where(row => Ranking.Of(row.Listing, words) is not null && Ranking.IsFirst(row, beginning)),
        ];
    }

    private static List<string> Keys(User user)
    {
        var listing = Listing.Of(user, new string('f', 32));
        return [.. listing.Terms.Select(term => ListingRow.KeyOf(listing, term))];
    }

    private static IEnumerable<string> PartsOf(string digits) =>
        from start in Enumerable.Range(0, digits.Length)
        from length in Enumerable.Range(NumberParts.MinDigits, Math.Max(0, digits.Length - start - NumberParts.MinDigits + 1))
        select digits.Substring(start, length);

    private static string OnlyDigits(string text) => string.Concat(text.Where(char.IsDigit));

    private static string BeginningOf(string text, int runes) => string.Concat(text.EnumerateRunes().Take(runes));

    private static bool HasLetter(string text) => text.Any(char.IsLetter);
}

using Koppla.Functions.Colleagues;

namespace Koppla.Functions.Tests.Colleagues;

public sealed class QueryWordsTests
{
    [Theory]
    [InlineData("anna berg", "anna berg")]
    [InlineData("Ö", "o")]
    [InlineData("0410", "0410")]
    [InlineData("08-465 004", "08465004")]
    [InlineData("+46 8 465", "468465")]
    [InlineData("+46 (0)8 465", "468465")]
    [InlineData("0046(0)8465", "00468465")]
    [InlineData("(08) 465", "08465")]
    [InlineData("０８４", "084")]
    [InlineData("004 anna 10", "anna 00410")]
    [InlineData("Butik 12", "butik 12")]
    [InlineData("B12", "b12")]
    public void What_has_letters_is_words_and_the_rest_one_part_of_a_number(string query, string words) =>
        Assert.Equal(words, string.Join(' ', QueryWords.Of(query).Select(word => word.Folded)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("12")]
    [InlineData("1 2")]
    [InlineData("+4")]
    [InlineData("''")]
    public void Without_a_letter_or_three_digits_there_is_nothing_to_look_for(string query) => Assert.Empty(QueryWords.Of(query));
}

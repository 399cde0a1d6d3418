using Koppla.Functions.Colleagues;

namespace Koppla.Functions.Tests.Colleagues;

public sealed class WordTests
{
    [Theory]
    [InlineData("Anna Berg", "anna berg")]
    [InlineData("  Anna\u00A0 Berg ", "anna berg")]
    [InlineData("Anna-Karin Å. Öberg", "anna karin a oberg")]
    [InlineData("ÅÄÖ åäö ÉÜØÆ éüøæ", "aao aao euoae euoae")]
    [InlineData("Łukasz Żółć, Ñandú; Þór Straße", "lukasz zolc nandu thor strasse")]
    [InlineData("O'Brien D\u2019Arc", "obrien darc")]
    [InlineData("Lager 2, plan B12", "lager 2 plan b12")]
    [InlineData("Жанна Ёлкина", "жанна ёлкина")]
    [InlineData("A\u030Asa O\u0308berg Rene\u0301 Zoe\u0308", "asa oberg rene zoe")]
    [InlineData("/\\#?%'_\t\0", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_text_is_its_words_in_plain_letters(string? text, string words) =>
        Assert.Equal(words, string.Join(' ', Word.AllOf(text).Select(word => word.Folded)));

    [Theory]
    [InlineData("A\u030Asa", "åsa")]
    [InlineData("Sjo\u0308berg", "sjöberg")]
    [InlineData("ÉRIC", "éric")]
    public void A_word_keeps_its_own_letters_beside(string text, string exact) => Assert.Equal(exact, Assert.Single(Word.AllOf(text)).Exact);

    [Fact]
    public void Of_a_word_without_end_so_much_counts_as_a_key_has_room_for()
    {
        var word = Assert.Single(Word.AllOf(new string('Æ', 5000)));

        Assert.Equal(string.Concat(Enumerable.Repeat("ae", Word.MaxLength)), word.Folded);
    }

    [Fact]
    public void Names_are_in_the_order_of_the_Swedish_alphabet()
    {
        string[] inOrder = ["Ann", "Ann Öst", "Anna", "Anna Berg", "Anna Zetterlund", "Anna-Åsa", "Sylvia", "Süsz", "Zeta", "Åke", "Ängla", "Ærlig", "Ørn", "Öst"];

        Assert.Equal(inOrder, inOrder.Reverse().OrderBy(name => SwedishOrder.KeyOf(Word.AllOf(name)), StringComparer.Ordinal));
    }
}

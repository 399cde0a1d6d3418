using Koppla.Functions.Colleagues;
using Koppla.Functions.Numbers;

namespace Koppla.Functions.Tests.NumberLists;

public sealed class NumberPartTests
{
    [Theory]
    [InlineData("08-465 004 10", true)]
    [InlineData("+46 8 465", true)]
    [InlineData("+46 (0)8-465", true)]
    [InlineData("0046 8 465 004", true)]
    [InlineData("468465", true)]
    [InlineData("08465", true)]
    [InlineData("004 10", true)]
    [InlineData("00410", true)]
    [InlineData("65 00", true)]
    [InlineData("41", true)]
    [InlineData("08-465 004 11", false)]
    [InlineData("0465", false)]
    [InlineData("010", false)]
    public void A_part_is_found_in_any_spelling(string typed, bool isFound) =>
        Assert.Equal(isFound, new NumberPart(NumberParts.OfTyped(typed)).IsIn("46846500410"));

    [Theory]
    [InlineData("0358 9", true)]
    [InlineData("358", true)]
    [InlineData("00358", true)]
    [InlineData("09 4257", false)]
    public void A_number_of_another_country_begins_with_its_code(string typed, bool isFound) =>
        Assert.Equal(isFound, new NumberPart(NumberParts.OfTyped(typed)).IsIn("358942570000"));
}

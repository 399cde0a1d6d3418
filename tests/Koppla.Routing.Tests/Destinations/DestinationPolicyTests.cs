using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Tests.Destinations;

public sealed class DestinationPolicyTests
{
    [Theory]
    [InlineData("0900-1234567", "destination-premium")]
    [InlineData("0649-123456", "destination-premium")]
    [InlineData("+979123456789", "destination-premium")]
    [InlineData("0771234567", "destination-shared-cost")]
    [InlineData("0751234567", "destination-personal")]
    [InlineData("0740123456", "destination-pager")]
    [InlineData("0781234567", "destination-operator-specific")]
    [InlineData("+8821612345678", "destination-satellite")]
    [InlineData("+870773111632", "destination-satellite")]
    [InlineData("+80012345678", "destination-international-service")]
    [InlineData("+4722123456", "destination-country-not-allowed")]
    public void A_dear_or_foreign_number_is_refused_by_name(string destination, string refusal) =>
        Assert.Equal(refusal, Check(destination)?.Name);

    [Theory]
    [InlineData("08-678 55 00")]
    [InlineData("070-174 06 05")]
    [InlineData("010-123 45 67")]
    [InlineData("020-123456")]
    public void An_ordinary_swedish_number_is_allowed(string destination) => Assert.Null(Check(destination));

    [Fact]
    public void The_own_number_is_refused_in_any_spelling() =>
        Assert.Equal(
            "destination-is-own-number",
            DestinationPolicy.Check(PhoneNumber.Parse("+46 (0)8 678 55 00").Value, PhoneNumber.Parse("08-6785500").Value, AllowedCountries.Default)?.Name);

    [Fact]
    public void A_country_that_is_allowed_opens_its_ordinary_numbers_only()
    {
        var countries = AllowedCountries.Of("NO").Value;

        Assert.Null(Check("+4722123456", countries));
        Assert.Equal("destination-premium", Check("+47 829 00 000", countries)?.Name);
        Assert.Equal("destination-country-not-allowed", Check("070-174 06 05", countries)?.Name);
    }

    [Fact]
    public void Countries_are_a_set()
    {
        Assert.Equal(["NO", "SE"], AllowedCountries.Of("SE", "NO", "SE").Value.Regions);
        Assert.Equal(AllowedCountries.Of("NO", "SE").Value, AllowedCountries.Of("SE", "NO").Value);
        Assert.Equal(AllowedCountries.Default, AllowedCountries.Of("SE").Value);
        Assert.NotEqual(AllowedCountries.Default, AllowedCountries.Of().Value);
    }

    [Theory]
    [InlineData("001")]
    [InlineData("se")]
    [InlineData("XX")]
    [InlineData("")]
    public void What_is_no_country_is_refused(string region) =>
        Assert.Equal("country-unknown", AllowedCountries.Of("SE", region).Refusal.Name);

    private static Refusal? Check(string destination, AllowedCountries? countries = null) =>
        DestinationPolicy.Check(PhoneNumber.Parse(destination).Value, own: null, countries ?? AllowedCountries.Default);
}

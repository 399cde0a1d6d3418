using CsCheck;
using Koppla.Routing.Decisions;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class TrailTests
{
    [Fact]
    public void A_trail_is_digits_and_full_stops() =>
        Assert.Equal("4686785500.46701740610", TrailOf("08-678 55 00", "070-174 06 10").ToString());

    [Fact]
    public void Every_trail_comes_back_from_its_header_value() =>
        Gen.Int[5, 99].Array[0, Trail.MaxCount].Sample(ends =>
        {
            var trail = TrailOf([.. ends.Select(end => $"070-174 06 {end:00}")]);
            var again = Trail.Parse(trail.ToString());
            return again.Equals(trail) && again.GetHashCode() == trail.GetHashCode() && trail.ToString().Length <= Trail.MaxLength;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("+46701740610")]
    [InlineData("46701740610.")]
    [InlineData("46701740610,46701740611")]
    [InlineData("46701740610.46112")]
    [InlineData("46701740610\r\nX-Other: 1")]
    [InlineData("anna")]
    public void What_is_not_wholly_a_trail_is_empty(string? header) => Assert.Equal(Trail.Empty, Trail.Parse(header));

    [Fact]
    public void Any_text_is_a_trail_within_bounds() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789.+4670"].Array[0, 300].Select(chars => new string(chars)))
            .Sample(text => Trail.Parse(text).Count <= Trail.MaxCount);

    [Fact]
    public void A_trail_that_is_too_long_is_empty()
    {
        var tooMany = string.Join('.', Enumerable.Repeat("46701740610", Trail.MaxCount + 1));

        Assert.Equal(Trail.Empty, Trail.Parse(tooMany));
        Assert.Equal(Trail.Empty, Trail.Parse(new string('4', Trail.MaxLength + 1)));
    }

    [Fact]
    public void A_full_trail_does_not_grow()
    {
        var full = TrailOf([.. Enumerable.Range(10, Trail.MaxCount).Select(i => $"070-174 06 {i}")]);

        Assert.Equal(full, full.Append(Number("070-174 06 99")));
    }
}

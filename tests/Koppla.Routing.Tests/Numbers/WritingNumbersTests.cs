using Koppla.Routing.Numbers;

namespace Koppla.Routing.Tests.Numbers;

public sealed class WritingNumbersTests
{
    [Theory]
    [InlineData("+46701740605", "+46*******05")]
    [InlineData("+4686785500", "+46******00")]
    [InlineData("+12125550123", "+1********23")]
    [InlineData("+358401234567", "+358*******67")]
    public void A_masked_number_keeps_country_and_last_two_digits(string e164, string masked) =>
        Assert.Equal(masked, PhoneNumber.ParseE164(e164).Value.Masked);

    [Fact]
    public void A_number_in_an_interpolated_text_is_masked() =>
        Assert.Equal("to +46*******05", $"to {PhoneNumber.ParseE164("+46701740605").Value}");

    [Theory]
    [InlineData("+46701740605", "070-174 06 05")]
    [InlineData("+4686785500", "08-678 55 00")]
    [InlineData("+4722123456", "+47 22 12 34 56")]
    public void Display_is_national_at_home_and_international_abroad(string e164, string display) =>
        Assert.Equal(display, PhoneNumber.ParseE164(e164).Value.Display);

    [Fact]
    public void Numbers_are_equal_when_their_digits_are()
    {
        var one = PhoneNumber.Parse("070-174 06 05").Value;
        var same = PhoneNumber.ParseE164("+46701740605").Value;
        var other = PhoneNumber.ParseE164("+46701740606").Value;

        Assert.True(one == same && one.Equals((object)same) && one.GetHashCode() == same.GetHashCode());
        Assert.True(one != other && !one.Equals(null) && one != null);
    }
}

using System.Globalization;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Tests.Numbers;

public sealed class ReadingNumbersTests
{
    [Theory]
    [InlineData("070-123 45 67")]
    [InlineData("0701234567")]
    [InlineData("0046701234567")]
    [InlineData("46701234567")]
    [InlineData("+46 (0)70-123 45 67")]
    [InlineData("(+46) 70 123 45 67")]
    [InlineData("tel:+46701234567")]
    [InlineData("TEL:+46-70-123-45-67")]
    [InlineData("０７０１２３４５６７")]
    [InlineData("＋４６７０１２３４５６７")]
    [InlineData("  070.123.45.67\t")]
    [InlineData("070\u00A0123\u201145\u201367")]
    public void Every_spelling_of_a_mobile_number_is_the_same_number(string text)
    {
        var number = PhoneNumber.Parse(text).Value;

        Assert.Equal("+46701234567", number.E164);
        Assert.Equal("46701234567", number.Digits);
        Assert.Equal("SE", number.Region);
        Assert.True(number.IsMobile);
        Assert.Equal(PhoneNumber.ParseE164("+46701234567").Value, number);
    }

    [Theory]
    [InlineData("070-174 06 05", "+46701740605", NumberKind.Mobile)]
    [InlineData("08-678 55 00", "+4686785500", NumberKind.Fixed)]
    [InlineData("0920-12345", "+4692012345", NumberKind.Fixed)]
    [InlineData("011-255 55", "+461125555", NumberKind.Fixed)] // begins with 112 without its zero
    [InlineData("010-123 45 67", "+46101234567", NumberKind.GeographyIndependent)]
    [InlineData("020-123456", "+4620123456", NumberKind.TollFree)]
    [InlineData("0771234567", "+46771234567", NumberKind.SharedCost)]
    [InlineData("0751234567", "+46751234567", NumberKind.Personal)]
    [InlineData("0740123456", "+46740123456", NumberKind.Pager)]
    [InlineData("09001234", "+469001234", NumberKind.Premium)]
    [InlineData("0900-1234567", "+469001234567", NumberKind.Premium)]
    [InlineData("0939-123456", "+46939123456", NumberKind.Premium)]
    [InlineData("0944-123456", "+46944123456", NumberKind.Premium)]
    [InlineData("0649-123456", "+46649123456", NumberKind.Premium)]
    [InlineData("0781234567", "+46781234567", NumberKind.OperatorSpecific)]
    [InlineData("+8821612345678", "+8821612345678", NumberKind.Satellite)]
    [InlineData("+870773111632", "+870773111632", NumberKind.Satellite)]
    [InlineData("+881612345678", "+881612345678", NumberKind.Satellite)]
    [InlineData("+979123456789", "+979123456789", NumberKind.Premium)]
    [InlineData("+80012345678", "+80012345678", NumberKind.InternationalService)]
    [InlineData("+80812345678", "+80812345678", NumberKind.InternationalService)]
    [InlineData("+47 22 12 34 56", "+4722123456", NumberKind.Fixed)]
    [InlineData("+1 212 555 0123", "+12125550123", NumberKind.Fixed)]
    [InlineData("+39 06 1234 5678", "+390612345678", NumberKind.Fixed)]
    public void The_kind_follows_the_numbering_plan(string text, string e164, NumberKind kind)
    {
        var number = PhoneNumber.Parse(text).Value;

        Assert.Equal(e164, number.E164);
        Assert.Equal(kind, number.Kind);
        Assert.Equal(kind == NumberKind.Mobile, number.IsMobile);
    }

    [Theory]
    [InlineData(null, "number-missing")]
    [InlineData("", "number-missing")]
    [InlineData(" \t", "number-missing")]
    [InlineData("+", "number-not-a-number")]
    [InlineData("anonymous", "number-not-a-number")]
    [InlineData("sip:anna@example.com", "number-not-a-number")]
    [InlineData("sip:0701740605@example.com", "number-not-a-number")]
    [InlineData("*21*0701234567#", "number-not-a-number")]
    [InlineData("*0701234567", "number-not-a-number")]
    [InlineData("Anna 0701234567", "number-not-a-number")]
    [InlineData("0701-KOPPLA", "number-not-a-number")]
    [InlineData("++46701234567", "number-not-a-number")]
    [InlineData("070+1234567", "number-not-a-number")]
    [InlineData("0701234567, 0701234568", "number-not-a-number")]
    [InlineData("+46701234567;ext=12", "number-has-extension")]
    [InlineData("070-123 45 67 x12", "number-has-extension")]
    [InlineData("0701234567#12", "number-has-extension")]
    [InlineData("112", "number-emergency")]
    [InlineData("1 1 2", "number-emergency")]
    [InlineData("１１２", "number-emergency")]
    [InlineData("0112", "number-emergency")]
    [InlineData("+46112", "number-emergency")]
    [InlineData("0046112", "number-emergency")]
    [InlineData("+46 (0)112", "number-emergency")]
    [InlineData("tel:112", "number-emergency")]
    [InlineData("90000", "number-emergency")]
    [InlineData("+1911", "number-emergency")]
    [InlineData("+47110", "number-emergency")]
    [InlineData("1177", "number-short")]
    [InlineData("118118", "number-short")]
    [InlineData("72000", "number-short")]
    [InlineData("201", "number-short")]
    [InlineData("1234", "number-short")]
    [InlineData("099-1234567", "number-not-valid")]
    [InlineData("0711234567", "number-not-valid")]
    [InlineData("0718123456", "number-not-valid")]
    [InlineData("0719123456789", "number-not-valid")]
    [InlineData("0378123456", "number-not-valid")]
    [InlineData("+999123456789", "number-not-valid")]
    [InlineData("070123456789012", "number-too-long")]
    [InlineData("07012345678901234567890", "number-too-long")]
    public void What_is_no_destination_is_refused_by_name(string? text, string refusal) =>
        Assert.Equal(refusal, PhoneNumber.Parse(text).Refusal.Name);

    [Fact]
    public void A_text_longer_than_any_number_is_refused_unread() =>
        Assert.Equal("number-too-long", PhoneNumber.Parse("070-123 45 67" + new string(' ', 60)).Refusal.Name);

    [Theory]
    [InlineData(null, "number-missing")]
    [InlineData("", "number-missing")]
    [InlineData("+", "number-not-a-number")]
    [InlineData("46701234567", "number-not-a-number")]
    [InlineData("+46 701234567", "number-not-a-number")]
    [InlineData("+４６701234567", "number-not-a-number")]
    [InlineData("tel:+46701234567", "number-not-a-number")]
    [InlineData("+460701234567", "number-not-valid")]
    [InlineData("+46", "number-not-valid")]
    [InlineData("+0", "number-not-valid")]
    [InlineData("+46112", "number-emergency")]
    [InlineData("+461177", "number-short")]
    [InlineData("+4670123456789012", "number-too-long")]
    public void A_stored_number_must_be_in_canonical_form(string? text, string refusal) =>
        Assert.Equal(refusal, PhoneNumber.ParseE164(text).Refusal.Name);

    [Fact]
    public void The_first_digit_of_a_stored_number_is_not_taken_for_a_prefix()
    {
        const string belarus = "+3758100708133";

        Assert.Equal(PhoneNumber.ParseE164(belarus), PhoneNumber.Parse(belarus));
        Assert.Equal(belarus, string.Concat(PhoneNumber.ParseE164(belarus).Value.Display.Where(c => c is '+' or (>= '0' and <= '9'))));
    }

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "7";
        culture.NumberFormat.PositiveSign = "0";
        culture.NumberFormat.NumberGroupSeparator = "-";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal("+46701740605", PhoneNumber.Parse("070-174 06 05").Value.E164);
            Assert.Equal("+46701740605", PhoneNumber.ParseE164("+46701740605").Value.E164);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

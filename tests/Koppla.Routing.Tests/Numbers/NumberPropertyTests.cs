using CsCheck;
using PhoneNumbers;
using NumberKind = Koppla.Routing.Numbers.NumberKind;
using PhoneNumber = Koppla.Routing.Numbers.PhoneNumber;

namespace Koppla.Routing.Tests.Numbers;

public sealed class NumberPropertyTests
{
    private static readonly Gen<string> NumberLike =
        Gen.Char["0123456789+-() ./*#;,xtel:=０９＋\u00A0\uD835"].Array[0, 24].Select(chars => new string(chars));

    private static readonly Gen<string> Digits = Gen.Char["0123456789"].Array[1, 16].Select(chars => new string(chars));

    private static readonly Gen<string> Anything = Gen.OneOf(Gen.String, NumberLike, Digits, Digits.Select(digits => "+46" + digits));

    [Fact]
    public void Any_text_is_a_number_or_a_named_refusal() =>
        Anything.Sample(text => IsSound(PhoneNumber.Parse(text)) && IsSound(PhoneNumber.ParseE164(text)), iter: 20_000);

    [Fact]
    public void Reading_a_number_again_gives_the_same_number() =>
        Anything.Sample(text => PhoneNumber.Parse(text).Match(IsStable, _ => true), iter: 20_000);

    [Fact]
    public void The_exact_reader_accepts_nothing_that_the_other_reads_differently() =>
        Digits.Sample(
            digits => PhoneNumber.ParseE164("+" + digits).Match(number => string.Equals(number.E164, "+" + digits, StringComparison.Ordinal) && IsStable(number), _ => true),
            iter: 50_000);

    [Fact]
    public void The_example_numbers_of_every_country_and_kind_are_stable()
    {
        var util = PhoneNumberUtil.GetInstance();
        foreach (var region in util.GetSupportedRegions())
        {
            foreach (var type in util.GetSupportedTypesForRegion(region))
            {
                if (util.GetExampleNumberForType(region, type) is { } example)
                {
                    var e164 = util.Format(example, PhoneNumberFormat.E164);
                    Assert.True(IsStable(PhoneNumber.Parse(e164).Value), $"{region} {type} {e164}");
                }
            }
        }
    }

    [Fact]
    public void Many_threads_read_the_same() =>
        Parallel.For(0, 2_000, i => Assert.Equal($"+467017406{i % 95 + 5:00}", PhoneNumber.Parse($"070-174 06 {i % 95 + 5:00}").Value.E164));

    private static bool IsSound(Outcome<PhoneNumber> outcome) => outcome.Match(
        number => number.E164.Length is > 5 and <= 16 && number.Masked.Length == number.E164.Length && number.Region.Length >= 2,
        refusal => refusal.Name.StartsWith("number-", StringComparison.Ordinal) && refusal.Text.EndsWith('.'));

    private static bool IsStable(PhoneNumber number) =>
        Facts(PhoneNumber.Parse(number.E164).Value).Equals(Facts(number))
        && Facts(PhoneNumber.ParseE164(number.E164).Value).Equals(Facts(number));

    private static (string E164, NumberKind Kind, string Region) Facts(PhoneNumber number) =>
        (number.E164, number.Kind, number.Region);
}

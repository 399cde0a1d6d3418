using System.Globalization;
using PhoneNumbers;
using Library = PhoneNumbers.PhoneNumber;
using Validity = PhoneNumbers.PhoneNumberUtil.ValidationResult;

namespace Koppla.Routing.Numbers;

/// <summary>From text to <see cref="PhoneNumber"/> by libphonenumber, behind a grammar of our own: the library finds a number in nearly any text.</summary>
internal static class NumberReader
{
    private const string HomeRegion = "SE";
    private const int LongestText = 64;
    private const int LongestE164 = 15;

    /// <summary>No country has a longer one; a valid number that begins with one (011-255 55) is no emergency.</summary>
    private const int LongestEmergencyNumber = 6;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();
    private static readonly ShortNumberInfo ShortNumbers = ShortNumberInfo.GetInstance();

    internal static Outcome<PhoneNumber> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return NumberRefusals.Missing;
        }

        if (text.Length > LongestText)
        {
            return NumberRefusals.TooLong;
        }

        var written = NumberGrammar.WithoutScheme(text.Trim());

        // A number as it is stored means the same typed: the library takes the first digit of some for a prefix (+375 8).
        if (ReadE164(written) is { IsOk: true } exact)
        {
            return exact;
        }

        try
        {
            var parsed = Util.Parse(written, HomeRegion);
            if (parsed.HasExtension)
            {
                return NumberRefusals.HasExtension;
            }

            return NumberGrammar.IsPlain(written) ? Checked(parsed) : NumberRefusals.NotANumber;
        }
        catch (NumberParseException refused)
        {
            return NumberGrammar.IsPlain(written) ? FromLibrary(refused.ErrorType) : NumberRefusals.NotANumber;
        }
    }

    internal static Outcome<PhoneNumber> ReadE164(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return NumberRefusals.Missing;
        }

        if (text[0] != '+' || text.Length < 2 || text.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
        {
            return NumberRefusals.NotANumber;
        }

        if (text.Length > LongestE164 + 1)
        {
            return NumberRefusals.TooLong;
        }

        var countryCodeDigits = CountryCodes.DigitsOf(text);
        if (countryCodeDigits == 0 || countryCodeDigits + 1 == text.Length)
        {
            return NumberRefusals.NotValid;
        }

        return Checked(Exactly(text, countryCodeDigits), text);
    }

    internal static string Display(PhoneNumber number)
    {
        var parsed = Exactly(number.E164, CountryCodes.DigitsOf(number.E164));
        var home = parsed.CountryCode == CountryCodes.Sweden;
        return Util.Format(parsed, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    /// <summary>Digit by digit: nothing is taken for a prefix.</summary>
    private static Library Exactly(string e164, int countryCodeDigits)
    {
        var national = e164.AsSpan(countryCodeDigits + 1);
        var number = new Library.Builder()
            .SetCountryCode(int.Parse(e164.AsSpan(1, countryCodeDigits), NumberStyles.None, CultureInfo.InvariantCulture))
            .SetNationalNumber(ulong.Parse(national, NumberStyles.None, CultureInfo.InvariantCulture));
        var zeros = national.IndexOfAnyExcept('0');
        if (zeros > 0)
        {
            number.SetNumberOfLeadingZeros(zeros);
        }

        return number.Build();
    }

    private static Outcome<PhoneNumber> Checked(Library number, string? e164 = null)
    {
        var type = Util.GetNumberType(number);
        var national = Util.GetNationalSignificantNumber(number);
        if (IsEmergency(number.CountryCode, national))
        {
            return NumberRefusals.Emergency;
        }

        if (type == PhoneNumberType.UNKNOWN)
        {
            return WhyNotValid(number);
        }

        return new PhoneNumber(
            e164 ?? Util.Format(number, PhoneNumberFormat.E164),
            Util.GetRegionCodeForNumber(number),
            NumberClassifier.KindOf(number.CountryCode, national, type),
            CountryCodes.Length(number.CountryCode));
    }

    /// <summary>Asked of the national part, because +46112 and 0112 are not emergency numbers to the library.</summary>
    private static bool IsEmergency(int countryCode, string national)
    {
        if (national.Length > LongestEmergencyNumber)
        {
            return false;
        }

        var digits = national.TrimStart('0');
        return ShortNumbers.IsEmergencyNumber(digits, HomeRegion)
            || ShortNumbers.IsEmergencyNumber(digits, Util.GetRegionCodeForCountryCode(countryCode));
    }

    private static Refusal WhyNotValid(Library number) => Util.IsPossibleNumberWithReason(number) switch
    {
        Validity.TOO_SHORT => NumberRefusals.Short,
        Validity.TOO_LONG => NumberRefusals.TooLong,
        _ => ShortNumbers.IsValidShortNumber(number) ? NumberRefusals.Short : NumberRefusals.NotValid,
    };

    private static Refusal FromLibrary(ErrorType error) => error switch
    {
        ErrorType.TOO_LONG => NumberRefusals.TooLong,
        ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => NumberRefusals.Short,
        ErrorType.INVALID_COUNTRY_CODE => NumberRefusals.NotValid,
        _ => NumberRefusals.NotANumber,
    };
}

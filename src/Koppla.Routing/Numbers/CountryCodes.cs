using System.Collections.Frozen;
using PhoneNumbers;

namespace Koppla.Routing.Numbers;

/// <summary>Country calling codes: one to three digits, none the beginning of another.</summary>
internal static class CountryCodes
{
    internal const int Sweden = 46;
    private const int Longest = 3;

    private static readonly FrozenSet<int> Known = PhoneNumberUtil.GetInstance().GetSupportedCallingCodes().ToFrozenSet();

    /// <summary>How many digits after the plus are the country code; 0 if none is.</summary>
    internal static int DigitsOf(string e164)
    {
        var code = 0;
        for (var digits = 1; e164[1] != '0' && digits <= Longest && digits < e164.Length; digits++)
        {
            code = (code * 10) + (e164[digits] - '0');
            if (Known.Contains(code))
            {
                return digits;
            }
        }

        return 0;
    }

    internal static int Length(int code) => code < 10 ? 1 : code < 100 ? 2 : 3;
}

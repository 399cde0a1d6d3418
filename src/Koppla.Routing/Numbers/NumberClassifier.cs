using PhoneNumbers;

namespace Koppla.Routing.Numbers;

/// <summary>The kind of a valid number: libphonenumber's type, except where that would let a dear or unreachable series pass for an ordinary one.</summary>
internal static class NumberClassifier
{
    internal static NumberKind KindOf(int countryCode, string national, PhoneNumberType type) => countryCode switch
    {
        CountryCodes.Sweden when national.StartsWith("78", StringComparison.Ordinal) => NumberKind.OperatorSpecific,
        CountryCodes.Sweden when national.StartsWith("99", StringComparison.Ordinal) => NumberKind.MassCalling,
        870 or 881 => NumberKind.Satellite,
        882 when national.StartsWith("13", StringComparison.Ordinal) || national.StartsWith("16", StringComparison.Ordinal) => NumberKind.Satellite,
        878 => NumberKind.Personal,
        979 => NumberKind.Premium,
        800 or 808 or 882 or 883 or 888 => NumberKind.InternationalService,
        _ => KindOf(type),
    };

    private static NumberKind KindOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.Fixed,
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.UAN => NumberKind.GeographyIndependent,
        PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        PhoneNumberType.SHARED_COST => NumberKind.SharedCost,
        PhoneNumberType.PREMIUM_RATE => NumberKind.Premium,
        PhoneNumberType.PERSONAL_NUMBER => NumberKind.Personal,
        PhoneNumberType.PAGER => NumberKind.Pager,
        PhoneNumberType.VOICEMAIL => NumberKind.Voicemail,
        PhoneNumberType.VOIP => NumberKind.Voip,
        _ => NumberKind.Other,
    };
}

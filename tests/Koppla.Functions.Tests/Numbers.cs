using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests;

/// <summary>Numbers from the series that the Swedish regulator keeps for books and films: no real telephone can ring.</summary>
internal static class Numbers
{
    public static readonly PhoneNumber Reserved = Of("08-465 004 10");
    public static readonly PhoneNumber Fixed = Of("08-465 004 20");
    public static readonly PhoneNumber Mobile = Of("070-174 06 20");
    public static readonly PhoneNumber ReservedMobile = Of("070-174 06 12");
    public static readonly PhoneNumber Caller = Of("070-174 06 90");
    public static readonly PhoneNumber Outside = Of("070-174 06 60");
    public static readonly PhoneNumber OtherOutside = Of("031-390 06 50");
    public static readonly PhoneNumber Reception = Of("031-390 06 99");
    public static readonly PhoneNumber Unknown = Of("08-465 004 99");

    public static PhoneNumber Of(string text) => PhoneNumber.Parse(text).Value;
}

using Koppla.Routing.Decisions;

namespace Koppla.Routing.Referrals;

/// <summary>What a caller hears, once answered, before a call ends that could be sent nowhere.</summary>
public static class Announcements
{
    /// <summary>Complete sentences for a voice. A caller who is blocked is not told so.</summary>
    public static string For(RefuseReason reason, Language language) => language == Language.Swedish ? Swedish(reason) : English(reason);

    /// <summary>What somebody hears who is to press 1 before a call is let through.</summary>
    public static string ForKey(Language language) => language == Language.Swedish
        ? "Ett samtal kopplas till dig. Tryck ett för att ta emot det."
        : "A call is being transferred to you. Press one to take it.";

    private static string Swedish(RefuseReason reason) => reason switch
    {
        RefuseReason.Busy => "Den du söker är upptagen just nu. Försök igen senare.",
        RefuseReason.NoAnswer => "Den du söker kan inte svara just nu. Försök igen senare.",
        RefuseReason.NoConnection or RefuseReason.NoDevice or RefuseReason.UserMissing => "Den du söker går inte att nå just nu. Försök igen senare.",
        RefuseReason.CallerBlocked or RefuseReason.ProfileRejects => "Den du söker kan inte ta emot ditt samtal.",
        RefuseReason.UnknownNumber or RefuseReason.ReservedMobile or RefuseReason.NotForwarded => "Numret du har ringt används inte. Kontrollera numret och försök igen.",
        RefuseReason.OrganisationSuspended or RefuseReason.OrganisationMissing => "Numret du har ringt kan inte ta emot samtal just nu.",
        _ => "Samtalet kan inte kopplas fram. Försök igen senare.",
    };

    private static string English(RefuseReason reason) => reason switch
    {
        RefuseReason.Busy => "The person you are calling is busy right now. Please try again later.",
        RefuseReason.NoAnswer => "The person you are calling cannot answer right now. Please try again later.",
        RefuseReason.NoConnection or RefuseReason.NoDevice or RefuseReason.UserMissing => "The person you are calling cannot be reached right now. Please try again later.",
        RefuseReason.CallerBlocked or RefuseReason.ProfileRejects => "The person you are calling cannot take your call.",
        RefuseReason.UnknownNumber or RefuseReason.ReservedMobile or RefuseReason.NotForwarded => "The number you have called is not in use. Please check the number and try again.",
        RefuseReason.OrganisationSuspended or RefuseReason.OrganisationMissing => "The number you have called cannot take calls right now.",
        _ => "Your call cannot be connected. Please try again later.",
    };
}

using System.Collections.Immutable;

namespace Koppla.Routing.Profiles;

/// <summary>The profiles of a new user, in Swedish. Immutable, so that all new users share them.</summary>
public static class DefaultProfiles
{
    private const int HalfAnHour = 30;
    private const int AnHour = 60;
    private const int ADay = 24 * AnHour;

    /// <summary>The first is the default profile, in which the devices ring. Nothing follows the referral of the others: the call ends there.</summary>
    public static ImmutableArray<Profile> All { get; } =
    [
        Profile.Available(NumberRule.Ring, NumberRule.Ring),
        Away("lunch", "Lunch", Absence.Lunch, AnHour),
        Away("mote", "Möte", Absence.Meeting, AnHour),
        Away("gatt-for-dagen", "Gått för dagen", Absence.GoneForTheDay),
        Away("semester", "Semester", Absence.Vacation),
        Away("sjuk", "Sjuk", Absence.Sick),
        Away("tjansteresa", "Tjänsteresa", Absence.BusinessTrip, ADay, RuleAction.RingThenReferral),
        Away("upptagen", "Upptagen", Absence.Busy, HalfAnHour),
        Away("vab", "Vård av barn", Absence.CaringForChild, ADay),
        Away("utbildning", "Utbildning", Absence.Education, ADay),
    ];

    private static Profile Away(string id, string name, Absence absence, int? minutes = null, RuleAction action = RuleAction.Referral)
    {
        var rule = new NumberRule(action);
        return new(ProfileId.Parse(id).Value, name, null, absence, minutes, ReferralMessage.FromData, rule, rule);
    }
}

using Koppla.Routing.Profiles;

namespace Koppla.Routing.Tests.Profiles;

public sealed class DefaultProfilesTests
{
    [Fact]
    public void A_new_user_has_ten_profiles_in_swedish() =>
        Assert.Equal(
            [
                ("tillganglig", "Tillgänglig", Absence.None, null, RuleAction.Ring),
                ("lunch", "Lunch", Absence.Lunch, 60, RuleAction.Referral),
                ("mote", "Möte", Absence.Meeting, 60, RuleAction.Referral),
                ("gatt-for-dagen", "Gått för dagen", Absence.GoneForTheDay, null, RuleAction.Referral),
                ("semester", "Semester", Absence.Vacation, null, RuleAction.Referral),
                ("sjuk", "Sjuk", Absence.Sick, null, RuleAction.Referral),
                ("tjansteresa", "Tjänsteresa", Absence.BusinessTrip, 1440, RuleAction.RingThenReferral),
                ("upptagen", "Upptagen", Absence.Busy, 30, RuleAction.Referral),
                ("vab", "Vård av barn", Absence.CaringForChild, 1440, RuleAction.Referral),
                ("utbildning", "Utbildning", Absence.Education, (int?)1440, RuleAction.Referral),
            ],
            DefaultProfiles.All.Select(profile => (profile.Id.Value, profile.Name, profile.Absence, profile.StandardMinutes, profile.Mobile.Action)));

    [Fact]
    public void Their_rules_are_the_same_for_both_kinds_of_number_and_nothing_follows_the_referral() =>
        Assert.All(DefaultProfiles.All, profile =>
        {
            Assert.Equal(profile.Fixed, profile.Mobile);
            Assert.Equal(new NumberRule(profile.Fixed.Action), profile.Fixed);
            Assert.Equal(ReferralMessage.FromData, profile.Referral);
        });
}

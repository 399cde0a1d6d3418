using Koppla.Routing.Numbers;

namespace Koppla.Routing.Profiles;

/// <summary>A named way to handle a user's calls. It decides only while it is in force.</summary>
/// <param name="Id">Unique among the user's profiles.</param>
/// <param name="Name">For people.</param>
/// <param name="StatusText">What colleagues see while it is in force; null: the name.</param>
/// <param name="Absence">Why the user is away; told in the referral.</param>
/// <param name="StandardMinutes">How long it usually lasts, in minutes, 1 to 525,600; null: no usual length.</param>
/// <param name="Referral">What callers hear when a rule refers them.</param>
/// <param name="Fixed">For calls to any number of the user that is not mobile.</param>
/// <param name="Mobile">For calls to the user's mobile numbers.</param>
public sealed record Profile(
    ProfileId Id,
    string Name,
    string? StatusText,
    Absence Absence,
    int? StandardMinutes,
    ReferralMessage Referral,
    NumberRule Fixed,
    NumberRule Mobile)
{
    /// <summary>The profile of somebody who is there: <c>tillganglig</c>.</summary>
    public static Profile Available(NumberRule fixedRule, NumberRule mobileRule) =>
        new(ProfileId.Available, "Tillgänglig", null, Absence.None, null, ReferralMessage.FromData, fixedRule, mobileRule);

    /// <summary>The rule for calls to this number of the user.</summary>
    public NumberRule RuleFor(PhoneNumber called) => called.IsMobile ? Mobile : Fixed;
}

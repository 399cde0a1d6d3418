using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>A profile: as it is read, and as it is put.</summary>
/// <param name="Id">Made of the name by POST; else the one in the path, and may be left out.</param>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="StatusText">What colleagues see, up to 100 characters; left out: the name.</param>
/// <param name="Absence">The word for why the user is away.</param>
/// <param name="StandardMinutes">How long it usually lasts, 1 to 525,600; left out: no usual length.</param>
/// <param name="Fixed">For calls to numbers that are not mobile.</param>
/// <param name="Mobile">For calls to mobile numbers.</param>
/// <param name="Warnings">Told by a change; what a request says here does not matter.</param>
[Example("""{"name":"Kundbesök","fixed":{"action":"ring"},"mobile":{"action":"forward","forwardTo":{"number":"070-174 06 60"}}}""")]
internal sealed record ProfileBody(
    string? Id = null,
    string Name = null!,
    string? StatusText = null,
    string Absence = "none",
    int? StandardMinutes = null,
    ReferralBody? Referral = null,
    RuleBody Fixed = null!,
    RuleBody Mobile = null!,
    IReadOnlyList<WarningBody>? Warnings = null)
{
    public static ProfileBody Of(Profile profile, IReadOnlyList<WarningBody>? warnings = null) => new(
        profile.Id.Value,
        profile.Name,
        profile.StatusText,
        Names.Kebab(profile.Absence),
        profile.StandardMinutes,
        ReferralBody.Of(profile.Referral),
        RuleBody.Of(profile.Fixed),
        RuleBody.Of(profile.Mobile),
        warnings);
}

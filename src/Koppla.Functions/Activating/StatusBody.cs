using Koppla.Functions.Api;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>The profile in force now. Instants in ISO 8601, UTC.</summary>
/// <param name="StatusText">What colleagues see.</param>
/// <param name="Source">What put it in force: <c>forced</c>, <c>activated</c>, <c>one-off</c>, <c>holiday</c>, <c>weekly</c> or <c>default</c>.</param>
/// <param name="Until">Left out: nothing changes in the next two years.</param>
/// <param name="Since">When it was activated, if somebody did that by hand.</param>
/// <param name="Absence">Why the user is away; <c>none</c>: not away.</param>
internal sealed record StatusBody(
    ProfileName Profile, string StatusText, string Source, string? Until, string? Since, string Absence, NextStatus? Next)
{
    public static StatusBody Of(CallHandling handling, Instant now)
    {
        var inForce = ProfileInForce.At(handling, now);
        var profile = handling.FindOrDefault(inForce.Profile);
        var change = ProfileInForce.NextChange(handling, now);
        var isActivated = inForce.Source <= InForceSource.Activated;
        return new(
            ProfileName.Of(profile),
            profile.StatusText ?? profile.Name,
            Names.Kebab(inForce.Source),
            InstantTexts.UtcOrNull(change),
            isActivated && handling.Activation is { } activation ? InstantTexts.Utc(activation.Since) : null,
            Names.Kebab(profile.Absence),
            change is { } at ? new NextStatus(ProfileName.Of(handling.FindOrDefault(ProfileInForce.At(handling, at).Profile)), InstantTexts.Utc(at)) : null);
    }
}

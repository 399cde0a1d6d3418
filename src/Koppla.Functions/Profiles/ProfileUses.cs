using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Profiles;

/// <summary>What puts a profile in force, now or later.</summary>
internal static class ProfileUses
{
    /// <returns>For example <c>default</c>, <c>activation</c>, <c>weekly[3]</c>, <c>oneOff[0]</c>, <c>holidays</c>.</returns>
    public static IReadOnlyList<string> Of(ProfileId profile, CallHandling handling, Instant now) =>
    [
        .. handling.DefaultProfile == profile ? ["default"] : Array.Empty<string>(),
        .. IsActivated(profile, handling, now) ? ["activation"] : Array.Empty<string>(),
        .. handling.Schedule.Weekly.Index().Where(each => each.Item.Profile == profile).Select(each => $"weekly[{each.Index}]"),
        .. handling.Schedule.OneOff.Index().Where(each => each.Item.Profile == profile).Select(each => $"oneOff[{each.Index}]"),
        .. handling.Schedule.Holidays?.Profile == profile ? ["holidays"] : Array.Empty<string>(),
    ];

    private static bool IsActivated(ProfileId profile, CallHandling handling, Instant now) =>
        handling.Activation?.Profile == profile && !(Activations.EndOf(handling) <= now);
}

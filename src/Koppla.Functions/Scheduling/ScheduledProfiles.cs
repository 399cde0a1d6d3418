using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>Every profile that a schedule names, with the member of the body that names it.</summary>
internal static class ScheduledProfiles
{
    public static IEnumerable<(ProfileId Profile, string Field)> Of(Schedule schedule) =>
    [
        .. schedule.Weekly.Index().Select(each => (each.Item.Profile, $"weekly[{each.Index}].profile")),
        .. schedule.OneOff.Index().Select(each => (each.Item.Profile, $"oneOff[{each.Index}].profile")),
        .. schedule.Holidays is { } rule ? [(rule.Profile, "holidays.profile")] : Array.Empty<(ProfileId, string)>(),
    ];
}

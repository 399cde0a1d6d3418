using Koppla.Routing.Profiles;

namespace Koppla.Routing.Schedules;

/// <summary>The profile of holidays, from midnight to midnight.</summary>
public sealed record HolidayRule(ProfileId Profile, HolidayCalendar Calendar)
{
    /// <summary>The calendar is the organisation's, whatever that becomes.</summary>
    public bool FollowsOrganisation { get; init; }

    /// <summary>Follows the organisation; until its calendar is filled in, the Swedish one stands there.</summary>
    public static HolidayRule OfOrganisation(ProfileId profile) => new(profile, HolidayCalendar.Swedish) { FollowsOrganisation = true };
}

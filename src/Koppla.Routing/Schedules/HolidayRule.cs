using Koppla.Routing.Profiles;

namespace Koppla.Routing.Schedules;

/// <summary>The profile of holidays, from midnight to midnight.</summary>
public sealed record HolidayRule(ProfileId Profile, HolidayCalendar Calendar);

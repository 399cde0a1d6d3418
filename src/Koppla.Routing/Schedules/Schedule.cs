using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Which profile is in force when nobody has activated one by hand. All times are local times of the zone.</summary>
/// <remarks>
/// A period covers the instants whose local time lies in it: what the clock skips does not occur, what it repeats counts twice.
/// Of overlapping periods of one kind the highest priority wins, then the one that began later, then the one listed first.
/// </remarks>
/// <param name="Zone">An IANA zone.</param>
public sealed record Schedule(
    DateTimeZone Zone,
    ImmutableArray<WeeklyPeriod> Weekly,
    ImmutableArray<OneOffPeriod> OneOff,
    HolidayRule? Holidays)
{
    /// <summary>No periods, in Swedish time.</summary>
    public static Schedule Empty { get; } = new(DateTimeZoneProviders.Tzdb["Europe/Stockholm"], [], [], null);
}

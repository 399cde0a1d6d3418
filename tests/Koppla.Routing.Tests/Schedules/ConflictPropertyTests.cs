using System.Collections.Immutable;
using CsCheck;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>The conflicts that are found are those that show themselves when every minute of a week is asked for.</summary>
public sealed class ConflictPropertyTests
{
    private static readonly Instant Monday = (ScheduleConflicts.ModelMonday + LocalTime.Midnight).InUtc().ToInstant();

    private static readonly ProfileId[] Profiles = [Anna.Lunch, Anna.Meeting, Anna.Gone, Anna.Leave, Anna.Available];

    private static readonly Gen<WeeklyPeriod[]> Weekly =
        from periods in RandomSchedules.Weekly.Array[1, Profiles.Length]
        select periods.Select((period, place) => period with { Profile = Profiles[place] }).ToArray();

    [Fact]
    public void A_weekly_period_is_shadowed_if_no_minute_is_its_own() =>
        Weekly.Sample(
            periods =>
            {
                var inForce = Minutes.Select(minute => At(minute, periods)).ToHashSet();
                return Find(periods).OfType<ShadowedPeriod>().Select(shadowed => shadowed.Place)
                    .SequenceEqual(Enumerable.Range(0, periods.Length).Where(place => !inForce.Contains(periods[place].Profile)));
            },
            iter: 100);

    [Fact]
    public void Two_weekly_periods_of_the_same_priority_overlap_if_some_minute_is_in_both() =>
        Weekly.Select(periods => periods.Take(2).Select(period => period with { Priority = 0 }).ToArray()).Where(periods => periods.Length == 2).Sample(
            periods => Find(periods).OfType<OverlappingPeriods>().SingleOrDefault() is { Witness: var witness }
                ? AreBoth(witness.InUtc().ToInstant(), periods) && Array.Exists(periods, period => period.From == witness.TimeOfDay)
                : !Minutes.Any(minute => AreBoth(minute, periods)),
            iter: 200);

    private static IEnumerable<Instant> Minutes => Enumerable.Range(0, 7 * 1440).Select(minute => Monday + Duration.FromMinutes(minute));

    private static ImmutableArray<ScheduleConflict> Find(WeeklyPeriod[] periods) => ScheduleConflicts.Find(Anna.With([.. periods]).Schedule);

    private static bool AreBoth(Instant at, WeeklyPeriod[] periods) => Array.TrueForAll(periods, period => At(at, period) is not null);

    private static ProfileId? At(Instant at, params WeeklyPeriod[] periods) =>
        ProfileInForce.At(Anna.With([.. periods]).In("UTC"), at) is { Source: InForceSource.Weekly } inForce ? inForce.Profile : null;
}

using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Finds overlaps and shadowed periods when a schedule is saved. In local time: what a zone skips or repeats is left out of account.</summary>
public static class ScheduleConflicts
{
    private const int DaysOfWeek = 7;

    /// <summary>The first day of the week in which weekly periods are compared.</summary>
    public static LocalDate ModelMonday { get; } = new(2001, 1, 1);

    /// <summary>One-off periods before weekly ones, overlaps before shadowed periods, each in the order of the list.</summary>
    public static ImmutableArray<ScheduleConflict> Find(Schedule schedule) =>
        [.. OneOffOverlaps(schedule.OneOff), .. ShadowedOneOff(schedule.OneOff), .. WeeklyOverlaps(schedule.Weekly), .. ShadowedWeekly(schedule.Weekly)];

    private static IEnumerable<ScheduleConflict> OneOffOverlaps(ImmutableArray<OneOffPeriod> periods) =>
        from second in Enumerable.Range(0, periods.Length)
        from first in Enumerable.Range(0, second)
        let one = periods[first]
        let other = periods[second]
        where one.Priority == other.Priority && one.Profile != other.Profile
        let begins = LocalDateTime.Max(one.From, other.From)
        where begins < LocalDateTime.Min(one.To, other.To)
        select new OverlappingPeriods(InForceSource.OneOff, first, second, begins);

    private static IEnumerable<ScheduleConflict> WeeklyOverlaps(ImmutableArray<WeeklyPeriod> periods) =>
        from second in Enumerable.Range(0, periods.Length)
        from first in Enumerable.Range(0, second)
        let one = periods[first]
        let other = periods[second]
        where one.Priority == other.Priority && one.Profile != other.Profile
        from witness in InModelWeek([one.From, other.From]).Where(moment => one.Covers(moment) && other.Covers(moment)).Take(1)
        select new OverlappingPeriods(InForceSource.Weekly, first, second, witness.Local);

    /// <summary>Between two boundaries nothing changes, so that a period which wins at none of them never wins.</summary>
    private static IEnumerable<ScheduleConflict> ShadowedOneOff(ImmutableArray<OneOffPeriod> periods)
    {
        var winners = periods.SelectMany(period => new[] { period.From, period.To })
            .Select(boundary => Winner.Of(periods.AsSpan(), new LocalMoment(boundary), handling: null))
            .ToHashSet();
        return from place in Enumerable.Range(0, periods.Length)
               where !winners.Contains(place) && periods[place].From < periods[place].To
               select new ShadowedPeriod(InForceSource.OneOff, place);
    }

    private static IEnumerable<ScheduleConflict> ShadowedWeekly(ImmutableArray<WeeklyPeriod> periods)
    {
        var winners = InModelWeek(periods.SelectMany(period => new[] { period.From, period.To }))
            .Select(moment => Winner.Of(periods.AsSpan(), moment, handling: null))
            .ToHashSet();
        return from place in Enumerable.Range(0, periods.Length)
               where !winners.Contains(place) && periods[place].Days != WeekDays.None
               select new ShadowedPeriod(InForceSource.Weekly, place);
    }

    private static IEnumerable<LocalMoment> InModelWeek(IEnumerable<LocalTime> times) =>
        from day in Enumerable.Range(0, DaysOfWeek)
        from time in times.Distinct().Order()
        select new LocalMoment(ModelMonday.PlusDays(day) + time);
}

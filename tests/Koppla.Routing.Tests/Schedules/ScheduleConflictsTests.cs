using System.Collections.Immutable;
using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class ScheduleConflictsTests
{
    [Fact]
    public void Periods_that_only_touch_are_no_conflict() =>
        Assert.Empty(Find(Weekly(Lunch, Workdays, "12:00", "13:00"), Weekly(Meeting, Workdays, "13:00", "14:00"), Weekly(Gone, Workdays, "17:00", "08:00")));

    // Wed: ____|08:00=====gone=====17:00|__
    //      ________|12:00=lunch=13:00|_____
    [Fact]
    public void Weekly_periods_that_overlap_are_told_with_the_first_time_in_the_week() =>
        Assert.Equal(
            [new OverlappingPeriods(InForceSource.Weekly, 0, 1, Local("2001-01-03 12:00"))],
            Find(Weekly(Gone, Workdays, "08:00", "17:00"), Weekly(Lunch, WeekDays.Wednesday | WeekDays.Friday, "12:00", "13:00")));

    // Sun: ____|22:00=== Mon: ===06:00|____     the week goes round
    //                    Mon: _|05:00====09:00|
    [Fact]
    public void Weekly_periods_overlap_over_midnight_and_over_the_end_of_the_week()
    {
        Assert.Equal(
            [new OverlappingPeriods(InForceSource.Weekly, 0, 1, Local("2001-01-01 05:00"))],
            Find(Weekly(Gone, WeekDays.Sunday, "22:00", "06:00"), Weekly(Meeting, WeekDays.Monday, "05:00", "09:00")));
        Assert.Equal(
            [new OverlappingPeriods(InForceSource.Weekly, 0, 1, Local("2001-01-07 23:00"))],
            Find(Weekly(Gone, WeekDays.Sunday, "22:00", "06:00"), Weekly(Meeting, WeekDays.Sunday, "23:00", "02:00")));
    }

    [Fact]
    public void Another_priority_or_the_same_profile_is_no_conflict()
    {
        Assert.Empty(Find(Weekly(Gone, Workdays, "08:00", "17:00"), Weekly(Lunch, Workdays, "12:00", "13:00", priority: 1)));
        Assert.Empty(Find(Weekly(Gone, Workdays, "08:00", "17:00"), Weekly(Gone, Workdays, "12:00", "13:00")));
        Assert.Empty(Find(OneOff(Gone, "2026-11-03 08:00", "2026-11-03 17:00"), OneOff(Lunch, "2026-11-03 12:00", "2026-11-03 13:00", priority: 1)));
    }

    [Fact]
    public void One_off_periods_that_overlap_are_told_with_the_time_at_which_they_begin_to() =>
        Assert.Equal(
            [
                new OverlappingPeriods(InForceSource.OneOff, 0, 1, Local("2026-11-03 12:00")),
                new OverlappingPeriods(InForceSource.OneOff, 0, 2, Local("2026-11-03 16:00")),
            ],
            Find(
                OneOff(Gone, "2026-11-03 08:00", "2026-11-03 17:00"),
                OneOff(Lunch, "2026-11-03 12:00", "2026-11-03 13:00"),
                OneOff(Meeting, "2026-11-03 16:00", "2026-11-03 18:00")));

    // priority 2: __|08:00===12:00|_____________
    // priority 1: ________________|12:00==17:00|
    // priority 0: ____|10:00==========16:00|____     never
    [Fact]
    public void A_period_is_shadowed_by_several_that_cover_it_together()
    {
        Assert.Equal(
            [new ShadowedPeriod(InForceSource.Weekly, 0)],
            Find(Weekly(Lunch, Workdays, "10:00", "16:00"), Weekly(Gone, Workdays, "08:00", "12:00", 2), Weekly(Meeting, EveryDay, "12:00", "17:00", 1)));
        Assert.Equal(
            [new ShadowedPeriod(InForceSource.OneOff, 2)],
            Find(
                OneOff(Gone, "2026-11-03 08:00", "2026-11-03 12:00", 2),
                OneOff(Meeting, "2026-11-03 12:00", "2026-11-03 17:00", 1),
                OneOff(Lunch, "2026-11-03 10:00", "2026-11-03 16:00")));
    }

    [Fact]
    public void A_period_with_a_minute_of_its_own_is_not_shadowed()
    {
        Assert.Empty(Find(Weekly(Lunch, Workdays, "10:00", "16:01"), Weekly(Gone, EveryDay, "08:00", "16:00", 2)));
        Assert.Empty(Find(Weekly(Lunch, EveryDay, "10:00", "16:00"), Weekly(Gone, Workdays, "08:00", "16:00", 2)));
        Assert.Empty(Find(OneOff(Lunch, "2026-11-03 09:59", "2026-11-03 16:00"), OneOff(Gone, "2026-11-03 10:00", "2026-11-03 16:00", 2)));
    }

    // Sun 22:00 to Mon 06:00 is covered by Sunday's evening and by Monday's morning
    [Fact]
    public void A_night_is_shadowed_by_the_evening_and_the_morning() =>
        Assert.Equal(
            [new ShadowedPeriod(InForceSource.Weekly, 1)],
            Find(Weekly(Meeting, WeekDays.Sunday, "20:00", "00:00", 1), Weekly(Gone, WeekDays.Sunday, "22:00", "06:00"), Weekly(Leave, WeekDays.Monday, "00:00", "07:00", 1)));

    [Fact]
    public void Of_two_that_are_the_same_the_second_is_shadowed() =>
        Assert.Equal(
            [new ShadowedPeriod(InForceSource.OneOff, 1)],
            Find(OneOff(Lunch, "2026-11-03 12:00", "2026-11-03 13:00"), OneOff(Lunch, "2026-11-03 12:00", "2026-11-03 13:00")));

    [Fact]
    public void A_period_that_covers_nothing_is_not_shadowed()
    {
        Assert.Empty(Find(Weekly(Lunch, WeekDays.None, "12:00", "13:00")));
        Assert.Empty(Find(OneOff(Lunch, "2026-11-03 13:00", "2026-11-03 12:00")));
    }

    [Fact]
    public void An_empty_schedule_has_no_conflicts() => Assert.Empty(ScheduleConflicts.Find(Schedule.Empty));

    private static ImmutableArray<ScheduleConflict> Find(params WeeklyPeriod[] periods) => ScheduleConflicts.Find(With([.. periods]).Schedule);

    private static ImmutableArray<ScheduleConflict> Find(params OneOffPeriod[] periods) => ScheduleConflicts.Find(With([.. periods]).Schedule);
}

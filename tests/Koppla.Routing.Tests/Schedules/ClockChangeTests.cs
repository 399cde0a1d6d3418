using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>A period covers the instants whose local time lies in it: what the clock skips does not occur, what it repeats counts twice.</summary>
public sealed class ClockChangeTests
{
    // 2026-03-29   __01:59 CET///invalid///03:00 CEST__      01:00Z
    //              __|01:30======02:30|________________      of the period, half an hour occurs
    [Theory]
    [InlineData("2026-03-29 00:29Z", false)]
    [InlineData("2026-03-29 00:30Z", true)]
    [InlineData("2026-03-29 00:59Z", true)]
    [InlineData("2026-03-29 01:00Z", false)]
    public void The_skipped_part_of_a_period_does_not_occur(string at, bool covered) =>
        AssertCovers(With(Weekly(Gone, WeekDays.Sunday, "01:30", "02:30")), at, covered);

    // 2026-03-29   __01:59 CET///invalid///03:00 CEST__
    //              _________|02:30======03:30|_________
    [Theory]
    [InlineData("2026-03-29 00:59Z", false)]
    [InlineData("2026-03-29 01:00Z", true)]
    [InlineData("2026-03-29 01:29Z", true)]
    [InlineData("2026-03-29 01:30Z", false)]
    public void A_period_that_begins_in_the_gap_begins_after_it(string at, bool covered) =>
        AssertCovers(With(Weekly(Gone, WeekDays.Sunday, "02:30", "03:30")), at, covered);

    [Fact]
    public void A_period_that_lies_in_the_gap_does_not_occur()
    {
        var handling = With(Weekly(Gone, WeekDays.Sunday, "02:15", "02:45"));

        Assert.Equal(At("2026-03-22 02:45"), ProfileInForce.NextChange(handling, At("2026-03-22 02:15")));
        Assert.Equal(At("2026-04-05 02:15"), ProfileInForce.NextChange(handling, At("2026-03-22 02:45")));
    }

    // 2026-10-25   02:00==CEST==02:59|02:00==CET==02:59|03:00      01:00Z
    //              __|02:15=02:45|______|02:15=02:45|________      00:15Z-00:45Z and 01:15Z-01:45Z
    [Theory]
    [InlineData("2026-10-25 00:14Z", false)]
    [InlineData("2026-10-25 00:15Z", true)]
    [InlineData("2026-10-25 00:45Z", false)]
    [InlineData("2026-10-25 01:14Z", false)]
    [InlineData("2026-10-25 01:15Z", true)]
    [InlineData("2026-10-25 01:44Z", true)]
    [InlineData("2026-10-25 01:45Z", false)]
    public void A_repeated_period_counts_twice(string at, bool covered)
    {
        AssertCovers(With(Weekly(Gone, WeekDays.Sunday, "02:15", "02:45")), at, covered);
        Assert.Equal(covered ? Gone : Available, ProfileInForce.At(With(OneOff(Gone, "2026-10-25 02:15", "2026-10-25 02:45")), At(at)).Profile);
    }

    // 2026-10-25   01:00==CEST==02:59|02:00==CET==02:59|03:00
    //              |01:30====02:30|__|===02:30|_____________      in force again when the clock goes back
    [Fact]
    public void The_change_back_is_a_change_of_the_schedule_when_it_goes_back_into_a_period()
    {
        var handling = With(OneOff(Gone, "2026-10-25 01:30", "2026-10-25 02:30"));

        Assert.Equal(
            [At("2026-10-24 23:30Z"), At("2026-10-25 00:30Z"), At("2026-10-25 01:00Z"), At("2026-10-25 01:30Z"), null],
            ChangesFrom(handling, At("2026-10-24 12:00Z")).Take(5));
    }

    // Sat 2026-10-24 22:00 CEST to Sun 06:00 CET is nine hours; Sat 2026-03-28 22:00 CET to Sun 06:00 CEST is seven
    [Theory]
    [InlineData("2026-10-24 20:00Z", "2026-10-25 05:00Z")]
    [InlineData("2026-03-28 21:00Z", "2026-03-29 04:00Z")]
    public void A_night_has_the_length_that_the_clock_gives_it(string from, string to) =>
        Assert.Equal([At(from), At(to)], ChangesFrom(With(Weekly(Gone, WeekDays.Saturday, "22:00", "06:00")), At(from) - Duration.FromHours(10)).Take(2));

    // Easter day 2027-03-28 has 23 hours: 27 Mar 23:00Z to 28 Mar 22:00Z; Good Friday and Easter Monday have 24
    [Fact]
    public void A_holiday_on_the_day_of_the_clock_change_is_the_whole_local_day()
    {
        var handling = With(new HolidayRule(Leave, new(true, [], [Date("2027-03-29")])));

        Assert.Equal(
            [At("2027-03-25 23:00Z"), At("2027-03-26 23:00Z"), At("2027-03-27 23:00Z"), At("2027-03-28 22:00Z")],
            ChangesFrom(handling, At("2027-03-20 12:00Z")).Take(4));
    }

    // Samoa had no Friday 2011-12-30: Thursday 23:59 -10, then Saturday 00:00 +14
    [Fact]
    public void A_whole_skipped_day_does_not_occur_but_the_night_after_it_does()
    {
        var friday = With(Weekly(Gone, WeekDays.Friday, "08:00", "17:00")).In("Pacific/Apia");
        var fridayNight = With(Weekly(Gone, WeekDays.Friday, "22:00", "06:00")).In("Pacific/Apia");
        var dateLine = At("2011-12-30 10:00Z");

        Assert.Equal(
            [InApia("2011-12-23 08:00"), InApia("2011-12-23 17:00"), InApia("2012-01-06 08:00")],
            ChangesFrom(friday, dateLine - Duration.FromDays(7)).Take(3));
        Assert.Equal([dateLine, dateLine + Duration.FromHours(6)], ChangesFrom(fridayNight, dateLine - Duration.FromDays(1)).Take(2));
    }

    // Lord Howe goes back by half an hour on 2026-04-05 at 02:00: 01:30 to 02:00 comes twice
    [Fact]
    public void A_clock_change_of_half_an_hour_repeats_half_an_hour()
    {
        var handling = With(Weekly(Gone, WeekDays.Sunday, "01:45", "02:15")).In("Australia/Lord_Howe");
        var change = At("2026-04-04 15:00Z");

        Assert.Equal(
            [change - Duration.FromMinutes(15), change, change + Duration.FromMinutes(15), change + Duration.FromMinutes(45)],
            ChangesFrom(handling, change - Duration.FromHours(5)).Take(4));
    }

    private static void AssertCovers(CallHandling handling, string at, bool covered) =>
        Assert.Equal(covered ? new(Gone, InForceSource.Weekly) : new(Available, InForceSource.Default), ProfileInForce.At(handling, At(at)));

    private static Instant? InApia(string local) => Local(local).InZoneStrictly(Zone("Pacific/Apia")).ToInstant();

    private static IEnumerable<Instant?> ChangesFrom(CallHandling handling, Instant from)
    {
        for (var next = ProfileInForce.NextChange(handling, from); next is not null; next = ProfileInForce.NextChange(handling, next.Value))
        {
            yield return next;
        }

        yield return null;
    }
}

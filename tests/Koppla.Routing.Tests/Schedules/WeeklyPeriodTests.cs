using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class WeeklyPeriodTests
{
    // Tue: ____|08:00======17:00|____   Sat: ____________________
    [Theory]
    [InlineData("2026-11-03 07:59", false)]
    [InlineData("2026-11-03 08:00", true)]
    [InlineData("2026-11-03 16:59", true)]
    [InlineData("2026-11-03 17:00", false)]
    [InlineData("2026-11-07 12:00", false)]
    public void A_period_lasts_from_its_beginning_to_just_before_its_end_on_its_days(string at, bool covered) =>
        AssertCovers(Weekly(Meeting, Workdays, "08:00", "17:00"), at, covered);

    // Thu: ______________ Fri: ________|22:00=== Sat: ===06:00|______|22:00__ (not listed)
    [Theory]
    [InlineData("2026-11-06 05:59", false)]
    [InlineData("2026-11-06 21:59", false)]
    [InlineData("2026-11-06 22:00", true)]
    [InlineData("2026-11-07 00:00", true)]
    [InlineData("2026-11-07 05:59", true)]
    [InlineData("2026-11-07 06:00", false)]
    [InlineData("2026-11-07 22:00", false)]
    public void The_part_after_midnight_belongs_to_the_day_before(string at, bool covered) =>
        AssertCovers(Weekly(Gone, WeekDays.Friday, "22:00", "06:00"), at, covered);

    // Sun: ____|22:00=== Mon: ===06:00|____
    [Theory]
    [InlineData("2026-11-08 22:00", true)]
    [InlineData("2026-11-09 05:59", true)]
    [InlineData("2026-11-09 22:00", false)]
    [InlineData("2026-11-08 05:59", false)]
    public void A_week_goes_over_into_the_next(string at, bool covered) =>
        AssertCovers(Weekly(Gone, WeekDays.Sunday, "22:00", "06:00"), at, covered);

    // Tue: ____|18:00====24:00| Wed: ____
    [Theory]
    [InlineData("2026-11-03 17:59", false)]
    [InlineData("2026-11-03 23:59", true)]
    [InlineData("2026-11-04 00:00", false)]
    public void To_midnight_is_to_the_end_of_the_day(string at, bool covered) =>
        AssertCovers(Weekly(Gone, WeekDays.Tuesday, "18:00", "00:00"), at, covered);

    // Tue: ____|08:00===== Wed: =====08:00|____
    [Theory]
    [InlineData("2026-11-03 07:59", false)]
    [InlineData("2026-11-03 08:00", true)]
    [InlineData("2026-11-04 07:59", true)]
    [InlineData("2026-11-04 08:00", false)]
    public void Equal_times_are_a_whole_day(string at, bool covered) =>
        AssertCovers(Weekly(Leave, WeekDays.Tuesday, "08:00", "08:00"), at, covered);

    // Thu 31 Dec: ____|22:00=== Fri 1 Jan: ===06:00|____      Sat 29 Feb 2028: ==============
    [Theory]
    [InlineData(WeekDays.Thursday, "2026-12-31 22:00", true)]
    [InlineData(WeekDays.Thursday, "2027-01-01 05:59", true)]
    [InlineData(WeekDays.Thursday, "2027-01-01 06:00", false)]
    [InlineData(WeekDays.Monday, "2028-02-28 23:00", true)]
    [InlineData(WeekDays.Monday, "2028-02-29 03:00", true)]
    [InlineData(WeekDays.Tuesday, "2028-02-29 23:00", true)]
    [InlineData(WeekDays.Tuesday, "2028-03-01 03:00", true)]
    public void Neither_the_end_of_the_year_nor_a_leap_day_matters(WeekDays day, string at, bool covered) =>
        AssertCovers(Weekly(Gone, day, "22:00", "06:00"), at, covered);

    // priority 1: ______|10:00==meeting==14:00|_____
    // priority 0: __|08:00======gone=========17:00|_
    //             ______________|12:00=lunch=13:00|_
    [Theory]
    [InlineData("2026-11-03 09:00", "gatt-for-dagen")]
    [InlineData("2026-11-03 12:30", "mote")]
    [InlineData("2026-11-03 15:00", "gatt-for-dagen")]
    public void The_higher_priority_wins(string at, string profile) =>
        AssertWins(at, profile, Weekly(Meeting, Workdays, "10:00", "14:00", priority: 1), Weekly(Gone, Workdays, "08:00", "17:00"), Weekly(Lunch, Workdays, "12:00", "13:00"));

    [Theory]
    [InlineData("2026-11-03 11:59", "gatt-for-dagen")]
    [InlineData("2026-11-03 12:00", "lunch")]
    [InlineData("2026-11-03 13:00", "gatt-for-dagen")]
    public void Of_the_same_priority_the_later_beginning_wins(string at, string profile) =>
        AssertWins(at, profile, Weekly(Lunch, Workdays, "12:00", "13:00"), Weekly(Gone, Workdays, "08:00", "17:00"));

    // Mon: ____|22:00==gone=== Tue: ==============10:00|
    //                          Tue: __|06:00=meeting======12:00|
    [Theory]
    [InlineData("2026-11-03 05:59", "gatt-for-dagen")]
    [InlineData("2026-11-03 06:00", "mote")]
    [InlineData("2026-11-03 11:59", "mote")]
    public void What_began_yesterday_began_earlier_whatever_the_time_of_day(string at, string profile) =>
        AssertWins(at, profile, Weekly(Meeting, Workdays, "06:00", "12:00"), Weekly(Gone, Workdays, "22:00", "10:00"));

    [Fact]
    public void Of_the_same_beginning_the_first_listed_wins() =>
        AssertWins("2026-11-03 12:00", "lunch", Weekly(Lunch, Workdays, "12:00", "13:00"), Weekly(Meeting, Workdays, "12:00", "14:00"));

    private static void AssertCovers(WeeklyPeriod period, string at, bool covered) =>
        Assert.Equal(covered ? new(period.Profile, InForceSource.Weekly) : new(Available, InForceSource.Default), ProfileInForce.At(With(period), At(at)));

    private static void AssertWins(string at, string profile, params WeeklyPeriod[] periods) =>
        Assert.Equal(new(ProfileId.Parse(profile).Value, InForceSource.Weekly), ProfileInForce.At(With([.. periods]), At(at)));
}

using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class ChangesTests
{
    // Fri 12:00 ==lunch== 13:00 __available__ 17:00 ==gone== ... Mon 08:00
    [Fact]
    public void The_changes_of_a_stretch_of_time_cover_it_without_gaps()
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00"), Weekly(Gone, Workdays, "17:00", "08:00"), Weekly(Gone, WeekDays.Saturday | WeekDays.Sunday, "08:00", "08:00"));

        Assert.Equal(
            [
                new(At("2026-11-06 12:30"), At("2026-11-06 13:00"), new(Lunch, InForceSource.Weekly)),
                new(At("2026-11-06 13:00"), At("2026-11-06 17:00"), new(Available, InForceSource.Default)),
                new(At("2026-11-06 17:00"), At("2026-11-09 08:00"), new(Gone, InForceSource.Weekly)),
                new(At("2026-11-09 08:00"), At("2026-11-09 09:00"), new(Available, InForceSource.Default)),
            ],
            ProfileInForce.Changes(handling, At("2026-11-06 12:30"), At("2026-11-09 09:00")));
    }

    // schedule:   ____________|12:00=lunch=13:00|_____
    // activation: ____|11:00===meeting===12:30|_______
    [Fact]
    public void An_activation_hides_the_boundaries_of_the_schedule()
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00")) with { Activation = new(Meeting, At("2026-11-03 11:00"), At("2026-11-03 12:30")) };

        Assert.Equal(
            [
                new(At("2026-11-03 08:00"), At("2026-11-03 11:00"), new(Available, InForceSource.Default)),
                new(At("2026-11-03 11:00"), At("2026-11-03 12:30"), new(Meeting, InForceSource.Activated)),
                new(At("2026-11-03 12:30"), At("2026-11-03 13:00"), new(Lunch, InForceSource.Weekly)),
                new(At("2026-11-03 13:00"), At("2026-11-03 20:00"), new(Available, InForceSource.Default)),
            ],
            ProfileInForce.Changes(handling, At("2026-11-03 08:00"), At("2026-11-03 20:00")));
    }

    [Fact]
    public void A_stretch_that_ends_where_something_changes_does_not_reach_into_it()
    {
        var handling = With(Weekly(Lunch, Workdays, "12:00", "13:00"));

        Assert.Single(ProfileInForce.Changes(handling, At("2026-11-03 12:00"), At("2026-11-03 13:00")));
        Assert.Empty(ProfileInForce.Changes(handling, At("2026-11-03 12:00"), At("2026-11-03 12:00")));
    }

    [Fact]
    public void The_same_profile_by_another_source_is_a_change()
    {
        var handling = Handling with
        {
            Schedule = new(Stockholm, [Weekly(Leave, EveryDay, "00:00", "00:00")], [], new(Leave, HolidayCalendar.Swedish)),
        };

        Assert.Equal(At("2026-12-24 00:00"), ProfileInForce.NextChange(handling, At("2026-11-09 00:00")));
        Assert.Equal(At("2026-12-27 00:00"), ProfileInForce.NextChange(handling, At("2026-12-24 00:00")));
    }

    [Fact]
    public void The_next_change_is_after_the_instant_not_at_it()
    {
        var handling = With(Weekly(Lunch, WeekDays.Tuesday, "12:00", "13:00"));

        Assert.Equal(At("2026-11-03 13:00"), ProfileInForce.NextChange(handling, At("2026-11-03 12:00")));
        Assert.Equal(At("2026-11-10 12:00"), ProfileInForce.NextChange(handling, At("2026-11-03 13:00")));
    }

    [Fact]
    public void What_comes_more_than_two_years_from_now_is_not_looked_for()
    {
        var now = At("2026-11-03 12:00");
        var handling = With(OneOff(Leave, "2028-11-01 08:00", "2028-12-01 08:00"));

        Assert.Equal(At("2028-11-01 08:00"), ProfileInForce.NextChange(handling, now));
        Assert.Null(ProfileInForce.NextChange(handling, now - Duration.FromDays(10)));
    }

    [Fact]
    public void Nothing_changes_any_more_once_a_profile_is_forced_or_all_is_over()
    {
        var over = With(OneOff(Leave, "2026-11-01 08:00", "2026-11-02 08:00"));

        Assert.Null(ProfileInForce.NextChange(over, At("2026-11-02 08:00")));
        Assert.Null(ProfileInForce.NextChange(over with { Activation = new(Meeting, At("2026-10-01 12:00")) }, At("2026-10-01 12:00")));
        Assert.Null(ProfileInForce.NextChange(Handling, At("2026-11-02 08:00")));
    }

    [Fact]
    public void An_activation_that_is_still_to_come_is_a_change() =>
        Assert.Equal(At("2026-11-05 12:00"), ProfileInForce.NextChange(Handling with { Activation = new(Meeting, At("2026-11-05 12:00")) }, At("2026-11-03 12:00")));
}

using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class WorkingDaysTests
{
    // Thu 2 Apr 2026 | Good Friday | Sat | Easter | Easter Monday | Tue 7 Apr
    [Theory]
    [InlineData("2026-11-03 07:00", "2026-11-04 08:00")]
    [InlineData("2026-11-03 23:59", "2026-11-04 08:00")]
    [InlineData("2026-11-04 00:00", "2026-11-05 08:00")]
    [InlineData("2026-11-06 12:00", "2026-11-09 08:00")]
    [InlineData("2026-11-07 12:00", "2026-11-09 08:00")]
    [InlineData("2026-04-02 12:00", "2026-04-07 08:00")]
    [InlineData("2026-06-18 12:00", "2026-06-22 08:00")]
    [InlineData("2026-12-23 12:00", "2026-12-28 08:00")]
    [InlineData("2026-12-30 12:00", "2027-01-04 08:00")]
    [InlineData("2028-02-28 12:00", "2028-02-29 08:00")]
    public void The_next_working_day_is_no_weekend_and_no_holiday(string after, string next) =>
        Assert.Equal(At(next), WorkingDays.Next(Schedule.Empty, At(after), Time("08:00")));

    [Fact]
    public void The_calendar_of_the_user_decides()
    {
        var calendar = new HolidayCalendar(false, [new(Date("2026-11-04"), "Planeringsdag")], [Date("2026-12-25")]);
        var schedule = Schedule.Empty with { Holidays = new(Leave, calendar) };

        Assert.Equal(At("2026-11-05 08:00"), WorkingDays.Next(schedule, At("2026-11-03 12:00"), Time("08:00")));
        Assert.Equal(At("2026-12-24 08:00"), WorkingDays.Next(schedule, At("2026-12-23 12:00"), Time("08:00")));
        Assert.Equal(At("2026-12-25 08:00"), WorkingDays.Next(schedule, At("2026-12-24 12:00"), Time("08:00")));
    }

    [Fact]
    public void The_day_is_that_of_the_users_zone()
    {
        var schedule = Schedule.Empty with { Zone = Zone("Asia/Kathmandu") };

        Assert.Equal(At("2026-11-05 02:15Z"), WorkingDays.Next(schedule, At("2026-11-03 18:15Z"), Time("08:00")));
        Assert.Equal(At("2026-11-04 02:15Z"), WorkingDays.Next(schedule, At("2026-11-03 18:14Z"), Time("08:00")));
    }

    // Amman skips 00:00 to 00:59 on Friday 2022-02-25 and repeats 00:00 to 00:59 on Friday 2021-10-29
    [Theory]
    [InlineData("2022-02-24 12:00Z", "00:30", "2022-02-24 22:00Z")]
    [InlineData("2021-10-28 12:00Z", "00:30", "2021-10-28 22:30Z")]
    public void A_time_that_is_skipped_or_repeated_is_read_as_an_end(string after, string time, string next) =>
        Assert.Equal(At(next), WorkingDays.Next(Schedule.Empty with { Zone = Zone("Asia/Amman") }, At(after), Time(time)));
}

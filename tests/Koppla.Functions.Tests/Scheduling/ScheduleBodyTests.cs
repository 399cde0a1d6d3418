using CsCheck;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.Scheduling;

public sealed class ScheduleBodyTests
{
    private static readonly Gen<ProfileId> Ids = Gen.OneOf("lunch", "mote").Select(id => ProfileId.Parse(id).Value);

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 1439].Select(minute => LocalTime.Midnight.PlusMinutes(minute));

    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 3000].Select(day => new LocalDate(2026, 1, 1).PlusDays(day));

    private static readonly Gen<WeeklyPeriod> Weekly = Gen.Select(
        Ids, Gen.Int[1, 127], Times, Times, Gen.Int[0, 100], (id, days, from, to, priority) => new WeeklyPeriod(id, (WeekDays)days, from, to, priority));

    private static readonly Gen<OneOffPeriod> OneOff = Gen.Select(
        Ids,
        Dates,
        Times,
        Gen.Int[1, 100_000],
        Gen.Int[0, 100],
        Gen.OneOf<string?>(null, "Semester"),
        (id, date, time, minutes, priority, note) => new OneOffPeriod(id, date + time, (date + time).PlusMinutes(minutes), priority, note));

    private static readonly Gen<HolidayRule> Own = Gen.Select(
        Ids,
        Gen.Bool,
        Dates.Select(date => new Holiday(date, "Klämdag")).Array[0, 5],
        Dates.Array[0, 5],
        (id, eves, added, removed) => new HolidayRule(id, new HolidayCalendar(eves, [.. added], [.. removed])));

    private static readonly Gen<HolidayRule> Holidays = Gen.OneOf(Own, Ids.Select(HolidayRule.OfOrganisation));

    private static readonly Gen<Schedule> Schedules = Gen.Select(
        Gen.OneOf("Europe/Stockholm", "Etc/UTC", "America/New_York"),
        Weekly.Array[0, 10],
        OneOff.Array[0, 10],
        Holidays.Null(),
        (zone, weekly, oneOff, holidays) => new Schedule(DateTimeZoneProviders.Tzdb[zone], [.. weekly], [.. oneOff], holidays));

    [Fact]
    public void Every_schedule_is_read_back_as_it_was_written() => Schedules.Sample(schedule =>
    {
        var (read, problem) = ScheduleReading.Read(ScheduleBody.Of(schedule, ScheduleWarnings.Of(schedule)));
        Assert.Null(problem);
        Assert.Equal(schedule.Zone, read!.Zone);
        Assert.Equal<IEnumerable<WeeklyPeriod>>(schedule.Weekly, read.Weekly);
        Assert.Equal<IEnumerable<OneOffPeriod>>(schedule.OneOff, read.OneOff);
        Assert.Equal(schedule.Holidays?.Profile, read.Holidays?.Profile);
        Assert.Equal(schedule.Holidays?.FollowsOrganisation, read.Holidays?.FollowsOrganisation);
        Assert.Equal(schedule.Holidays?.Calendar.IncludeEves, read.Holidays?.Calendar.IncludeEves);
        Assert.Equal<IEnumerable<Holiday>>(schedule.Holidays?.Calendar.Added ?? [], read.Holidays?.Calendar.Added ?? []);
        Assert.Equal<IEnumerable<LocalDate>>(schedule.Holidays?.Calendar.Removed ?? [], read.Holidays?.Calendar.Removed ?? []);
    });
}

using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>The days from Monday to Friday that are no holidays, by the user's calendar or else the Swedish one.</summary>
public static class WorkingDays
{
    /// <summary>This time of day on the first working day after the local date of <paramref name="after"/>. It is meant as an end, see <see cref="LocalTimes.End"/>.</summary>
    public static Instant Next(Schedule schedule, Instant after, LocalTime at)
    {
        var calendar = schedule.Holidays?.Calendar ?? HolidayCalendar.Swedish;
        var date = after.InZone(schedule.Zone).Date.PlusDays(1);
        while (date.DayOfWeek >= IsoDayOfWeek.Saturday || calendar.NameOf(date) is not null)
        {
            date = date.PlusDays(1);
        }

        return LocalTimes.End(date + at, schedule.Zone);
    }
}

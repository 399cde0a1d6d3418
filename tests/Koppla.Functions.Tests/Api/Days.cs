using Koppla.Routing.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Tests.Api;

/// <summary>Days near now that have what a test needs, in Swedish time.</summary>
internal static class Days
{
    private static readonly LocalTime BeforeDawn = new(0, 0);

    public static DateTimeZone Zone => Schedule.Empty.Zone;

    public static LocalDate Today => SystemClock.Instance.GetCurrentInstant().InZone(Zone).Date;

    public static LocalDate NextChristmasDay => Next(12, 25);

    /// <summary>A Monday in a week whose clocks do not change.</summary>
    public static LocalDate OrdinaryMonday => Next(1, 15).Next(IsoDayOfWeek.Monday);

    /// <summary>The next day of 23 hours.</summary>
    public static LocalDate NextShortDay => Changes(Today).First(day => LengthOf(day) < Duration.FromHours(24));

    /// <summary>The last day of 25 hours.</summary>
    public static LocalDate LastLongDay => Changes(Today.PlusYears(-1)).TakeWhile(day => day < Today).Last(day => LengthOf(day) > Duration.FromHours(24));

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>As the API writes it: <c>2027-01-18T08:00:00+01:00</c>.</summary>
    public static string At(LocalDate date, int hour, int minute = 0) =>
        OffsetDateTimePattern.Rfc3339.Format(date.At(new LocalTime(hour, minute)).InZoneStrictly(Zone).ToOffsetDateTime());

    private static LocalDate Next(int month, int day)
    {
        var thisYear = new LocalDate(Today.Year, month, day);
        return thisYear > Today ? thisYear : thisYear.PlusYears(1);
    }

    private static IEnumerable<LocalDate> Changes(LocalDate since) => Zone
        .GetZoneIntervals(since.At(BeforeDawn).InUtc().ToInstant(), since.PlusYears(2).At(BeforeDawn).InUtc().ToInstant())
        .Skip(1)
        .Select(interval => interval.IsoLocalStart.Date);

    private static Duration LengthOf(LocalDate day) => Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Zone.AtStartOfDay(day).ToInstant();
}

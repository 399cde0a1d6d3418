using Koppla.Functions.Api;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Scheduling;

/// <summary>Reads a holiday calendar out of a body.</summary>
internal static class HolidayReading
{
    private const int MaxHolidays = 100;
    private const int MaxName = 60;

    /// <param name="member">That holds the calendar.</param>
    public static HolidayCalendar Read(
        BodyReading reading, bool includeEves, IReadOnlyList<HolidayBody?>? added, IReadOnlyList<string?>? removed, string member) => new(
        includeEves,
        reading.Items(added ?? [], MaxHolidays, $"{member}.added", (day, field) => new Holiday(
            ReadDate(reading, day.Date, $"{field}.date"), reading.Text(day.Name, MaxName, $"{field}.name"))),
        reading.Items(removed ?? [], MaxHolidays, $"{member}.removed", (date, field) => ReadDate(reading, date, field)));

    private static LocalDate ReadDate(BodyReading reading, string? text, string field) =>
        reading.Time(ScheduleTimes.Date, text, "2026-12-24", field);
}

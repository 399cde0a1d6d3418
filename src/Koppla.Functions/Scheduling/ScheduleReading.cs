using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>Reads a schedule out of a body.</summary>
internal static class ScheduleReading
{
    private const int MaxWeekly = 100;
    private const int MaxOneOff = 200;
    private const int MaxDays = 7;
    private const int MaxPriority = 100;
    private const int MaxNote = 100;

    /// <summary>Names of what can be wrong with a schedule, beside its profiles.</summary>
    public static readonly string[] Refusals =
        [.. ProblemNames.OfMember, "time-zone-unknown", "days-missing", "period-ends-too-early", "profile-id-not-valid", "calendar-of-organisation"];

    public static (Schedule? Schedule, Problem? Problem) Read(ScheduleBody body)
    {
        var reading = new BodyReading();
        var schedule = new Schedule(
            ZoneReading.Read(reading, body.TimeZone, "timeZone"),
            reading.Items(body.Weekly ?? [], MaxWeekly, "weekly", (period, field) => ReadWeekly(reading, period, field)),
            reading.Items(body.OneOff ?? [], MaxOneOff, "oneOff", (period, field) => ReadOneOff(reading, period, field)),
            body.Holidays is { } holidays ? ReadHolidays(reading, holidays) : null);
        return reading.Problem is { } problem ? (null, problem) : (schedule, null);
    }

    private static WeeklyPeriod ReadWeekly(BodyReading reading, WeeklyBody body, string field) => new(
        ReadProfile(reading, body.Profile, $"{field}.profile"),
        ReadDays(reading, body.Days, $"{field}.days"),
        reading.Time(ScheduleTimes.OfDay, body.From, "08:00", $"{field}.from"),
        reading.Time(ScheduleTimes.OfDay, body.To, "17:00", $"{field}.to"),
        reading.Whole(body.Priority, 0, MaxPriority, $"{field}.priority"));

    private static WeekDays ReadDays(BodyReading reading, IReadOnlyList<string?>? names, string field)
    {
        if (reading.Required(names, field) is not { } present)
        {
            return WeekDays.None;
        }

        if (present is [])
        {
            reading.Refuse("days-missing", "Say on which days the period begins.", field);
        }

        return reading.Items(present, MaxDays, field, (name, each) => ReadDay(reading, name, each))
            .Aggregate(WeekDays.None, (all, day) => all | day);
    }

    private static WeekDays ReadDay(BodyReading reading, string name, string field)
    {
        if (DayNames.Parse(name) is { } day)
        {
            return day;
        }

        reading.Refuse("word-unknown", $"This is one of {string.Join(", ", DayNames.All)}.", field);
        return WeekDays.None;
    }

    private static OneOffPeriod ReadOneOff(BodyReading reading, OneOffBody body, string field)
    {
        var period = new OneOffPeriod(
            ReadProfile(reading, body.Profile, $"{field}.profile"),
            reading.Time(ScheduleTimes.Local, body.From, "2026-12-24T00:00", $"{field}.from"),
            reading.Time(ScheduleTimes.Local, body.To, "2026-12-27T00:00", $"{field}.to"),
            reading.Whole(body.Priority, 0, MaxPriority, $"{field}.priority"),
            reading.OptionalText(body.Note, MaxNote, $"{field}.note"));
        if (period.To <= period.From)
        {
            reading.Refuse("period-ends-too-early", "A period ends after it begins.", $"{field}.to");
        }

        return period;
    }

    private static HolidayRule ReadHolidays(BodyReading reading, HolidayRuleBody body)
    {
        var profile = ReadProfile(reading, body.Profile, "holidays.profile");
        switch (body)
        {
            case { Calendar: null }:
                return new HolidayRule(profile, HolidayReading.Read(reading, body.IncludeEves ?? true, body.Added, body.Removed, "holidays"));
            case { Calendar: not HolidayRuleBody.OfOrganisation }:
                reading.Refuse("word-unknown", $"This is {HolidayRuleBody.OfOrganisation}, or left out.", "holidays.calendar");
                break;
            case not { IncludeEves: null, Added: null, Removed: null }:
                reading.Refuse("calendar-of-organisation", "The organisation's calendar says which days are holidays.", "holidays.calendar");
                break;
        }

        return HolidayRule.OfOrganisation(profile);
    }

    private static ProfileId ReadProfile(BodyReading reading, string? id, string field) =>
        reading.Required(id, field) is { } present ? reading.Value(ProfileId.Parse(present), field) : default;
}

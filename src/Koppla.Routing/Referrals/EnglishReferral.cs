using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Referrals;

internal static class EnglishReferral
{
    internal const string Later = "later";

    private const int DaysOfWeek = 7;
    private const int MonthsWithoutYear = 11;

    private static readonly string[] Months =
        ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    internal static string Of(string name, Absence absence, string? back)
    {
        var (reason, link) = absence switch
        {
            Absence.Lunch => ("is at lunch", "and"),
            Absence.Meeting => ("is in a meeting", "and"),
            Absence.GoneForTheDay => ("has left for the day", "and"),
            Absence.Vacation => ("is on holiday", "and"),
            Absence.Sick => ("is ill", "and"),
            Absence.BusinessTrip => ("is on a business trip", "and"),
            Absence.Busy => ("is busy", "and"),
            Absence.CaringForChild => ("is at home looking after a child", "and"),
            Absence.Education => ("is on a course", "and"),
            _ => ("cannot take your call right now", "but"),
        };
        return back is null ? $"{name} {reason}." : $"{name} {reason} {link} will be back {back}.";
    }

    /// <summary>Midnight, where the day begins, is told as the day.</summary>
    internal static string When(LocalDateTime back, LocalDate today)
    {
        var days = Period.DaysBetween(today, back.Date);
        return days == 0 ? $"at {Time(back)}"
            : back.TimeOfDay == LocalTime.Midnight ? Day(back.Date, today, days)
            : $"{Day(back.Date, today, days)} at {Time(back)}";
    }

    private static string Time(LocalDateTime time)
    {
        var half = time.Hour < 12 ? "am" : "pm";
        return time.TimeOfDay == LocalTime.Noon ? "noon"
            : time.Minute == 0 ? $"{time.ClockHourOfHalfDay} {half}"
            : $"{time.ClockHourOfHalfDay}:{time.Minute:00} {half}";
    }

    private static string Day(LocalDate date, LocalDate today, int days) => days switch
    {
        1 => "tomorrow",
        < DaysOfWeek => $"on {date.DayOfWeek}",
        _ when date.Year != today.Year && date > today.PlusMonths(MonthsWithoutYear) => $"on {date.Day} {Months[date.Month]} {date.Year}",
        _ => $"on {date.Day} {Months[date.Month]}",
    };
}

using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Referrals;

internal static class SwedishReferral
{
    internal const string Later = "senare";

    private const int DaysOfWeek = 7;
    private const int MonthsWithoutYear = 11;

    private static readonly string[] Days = ["", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    private static readonly string[] Months =
        ["", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    internal static string Of(string name, Absence absence, string? back)
    {
        var (reason, link) = absence switch
        {
            Absence.Lunch => ("har gått på lunch", "och"),
            Absence.Meeting => ("sitter i möte", "och"),
            Absence.GoneForTheDay => ("har gått för dagen", "och"),
            Absence.Vacation => ("har semester", "och"),
            Absence.Sick => ("är sjuk", "och"),
            Absence.BusinessTrip => ("är på tjänsteresa", "och"),
            Absence.Busy => ("är upptagen", "och"),
            Absence.CaringForChild => ("är hemma för vård av barn", "och"),
            Absence.Education => ("är på utbildning", "och"),
            _ => ("kan inte ta ditt samtal just nu", "men"),
        };
        return back is null ? $"{name} {reason}." : $"{name} {reason} {link} är åter {back}.";
    }

    /// <summary>Midnight, where the day begins, is told as the day.</summary>
    internal static string When(LocalDateTime back, LocalDate today)
    {
        var time = back.Minute == 0 ? $"klockan {back.Hour}" : $"klockan {back.Hour}.{back.Minute:00}";
        var days = Period.DaysBetween(today, back.Date);
        return days == 0 ? time
            : back.TimeOfDay == LocalTime.Midnight ? Day(back.Date, today, days)
            : $"{Day(back.Date, today, days)} {time}";
    }

    private static string Day(LocalDate date, LocalDate today, int days) => days switch
    {
        1 => "i morgon",
        < DaysOfWeek => $"på {Days[(int)date.DayOfWeek]}",
        _ when date.Year != today.Year && date > today.PlusMonths(MonthsWithoutYear) => $"den {date.Day} {Months[date.Month]} {date.Year}",
        _ => $"den {date.Day} {Months[date.Month]}",
    };
}

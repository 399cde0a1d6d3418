using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Sweden's public holidays by the law of 1989:253, Sundays apart, and the eves that are closed in practice.</summary>
public static class SwedishHolidays
{
    /// <summary>Null: an ordinary day.</summary>
    public static string? NameOf(LocalDate date, bool includeEves) =>
        FixedName(date) ?? MovableName(date) ?? (includeEves ? EveName(date) : null);

    private static string? FixedName(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) => "Nyårsdagen",
        (1, 6) => "Trettondedag jul",
        (5, 1) => "Första maj",
        (6, 6) => "Sveriges nationaldag",
        (12, 25) => "Juldagen",
        (12, 26) => "Annandag jul",
        _ => null,
    };

    private static string? MovableName(LocalDate date) => date.Month switch
    {
        >= 3 and <= 6 when EasterName(date) is { } name => name,
        6 when IsSaturdayFrom(date, 6, 20) => "Midsommardagen",
        10 or 11 when IsSaturdayFrom(date, 10, 31) => "Alla helgons dag",
        _ => null,
    };

    private static string? EasterName(LocalDate date) => Period.DaysBetween(EasterSunday(date.Year), date) switch
    {
        -2 => "Långfredagen",
        0 => "Påskdagen",
        1 => "Annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "Pingstdagen",
        _ => null,
    };

    private static string? EveName(LocalDate date) => (date.Month, date.Day) switch
    {
        (12, 24) => "Julafton",
        (12, 31) => "Nyårsafton",
        (6, _) when IsSaturdayFrom(date.PlusDays(1), 6, 20) => "Midsommarafton",
        _ => null,
    };

    /// <summary>The Saturday among the seven days that begin with this one.</summary>
    private static bool IsSaturdayFrom(LocalDate date, int month, int day) =>
        date.DayOfWeek == IsoDayOfWeek.Saturday
        && Period.DaysBetween(new LocalDate(date.Year, month, day), date) is >= 0 and < 7;

    /// <summary>The Gregorian computus of Meeus, Jones and Butcher.</summary>
    private static LocalDate EasterSunday(int year)
    {
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * correction) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }
}

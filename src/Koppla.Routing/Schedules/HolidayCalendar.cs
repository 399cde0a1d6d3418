using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>The Swedish public holidays, edited: days of one's own added, days that are worked removed.</summary>
/// <param name="IncludeEves">Also the eves that are closed in practice: midsummer, Christmas and New Year's Eve.</param>
/// <param name="Added">Wins over <paramref name="Removed"/>.</param>
public sealed record HolidayCalendar(bool IncludeEves, ImmutableArray<Holiday> Added, ImmutableArray<LocalDate> Removed)
{
    /// <summary>Public holidays and eves, unedited.</summary>
    public static HolidayCalendar Swedish { get; } = new(true, [], []);

    /// <summary>The name of the holiday on a date; null: an ordinary day. Sundays are ordinary days here.</summary>
    public string? NameOf(LocalDate date)
    {
        foreach (var added in Added.AsSpan())
        {
            if (added.Date == date)
            {
                return added.Name;
            }
        }

        return Removed.AsSpan().Contains(date) ? null : SwedishHolidays.NameOf(date, IncludeEves);
    }
}

using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>Which days are holidays: the Swedish ones, edited.</summary>
/// <param name="IncludeEves">Also the eves that are closed in practice.</param>
/// <param name="Added">Days of one's own.</param>
/// <param name="Removed">Dates of public holidays that are worked.</param>
internal sealed record HolidayCalendarBody(
    bool IncludeEves = true, IReadOnlyList<HolidayBody?>? Added = null, IReadOnlyList<string?>? Removed = null)
{
    public static HolidayCalendarBody Of(HolidayCalendar calendar) => new(
        calendar.IncludeEves, [.. calendar.Added.Select(HolidayBody.Of)], [.. calendar.Removed.Select(ScheduleTimes.Date.Format)]);
}

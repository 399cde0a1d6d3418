using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>A part of the day, on some days of every week.</summary>
/// <param name="Days">On which it begins: <c>monday</c> and so on; at least one.</param>
/// <param name="From"><c>08:00</c>, inclusive.</param>
/// <param name="To">Exclusive; not after <paramref name="From"/>: on the next day.</param>
/// <param name="Priority">0 to 100; higher wins.</param>
internal sealed record WeeklyBody(
    string Profile = null!, IReadOnlyList<string?> Days = null!, string From = null!, string To = null!, int Priority = 0)
{
    public static WeeklyBody Of(WeeklyPeriod period) => new(
        period.Profile.Value,
        DayNames.Of(period.Days),
        ScheduleTimes.OfDay.Format(period.From),
        ScheduleTimes.OfDay.Format(period.To),
        period.Priority);
}

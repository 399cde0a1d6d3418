using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>A period that comes once.</summary>
/// <param name="From"><c>2026-12-24T00:00</c>, inclusive.</param>
/// <param name="To">Exclusive, after <paramref name="From"/>.</param>
/// <param name="Priority">0 to 100; higher wins.</param>
/// <param name="Note">For people, up to 100 characters.</param>
internal sealed record OneOffBody(string Profile = null!, string From = null!, string To = null!, int Priority = 0, string? Note = null)
{
    public static OneOffBody Of(OneOffPeriod period) => new(
        period.Profile.Value,
        ScheduleTimes.Local.Format(period.From),
        ScheduleTimes.Local.Format(period.To),
        period.Priority,
        period.Note);
}

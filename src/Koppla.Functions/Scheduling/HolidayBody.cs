using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <param name="Date"><c>2026-12-24</c>.</param>
/// <param name="Name">For people, up to 60 characters.</param>
internal sealed record HolidayBody(string Date = null!, string Name = null!)
{
    public static HolidayBody Of(Holiday day) => new(ScheduleTimes.Date.Format(day.Date), day.Name);
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>A user's schedule: as it is read, and as it is put.</summary>
/// <param name="TimeZone">IANA. All times are local times there.</param>
/// <param name="Warnings">Overlaps and the like; what a request says here does not matter.</param>
[Example("""{"timeZone":"Europe/Stockholm","weekly":[{"profile":"lunch","days":["monday","tuesday"],"from":"12:00","to":"13:00"}]}""")]
internal sealed record ScheduleBody(
    string TimeZone = null!,
    IReadOnlyList<WeeklyBody?>? Weekly = null,
    IReadOnlyList<OneOffBody?>? OneOff = null,
    HolidayRuleBody? Holidays = null,
    IReadOnlyList<WarningBody>? Warnings = null)
{
    public static ScheduleBody Of(Schedule schedule, IReadOnlyList<WarningBody> warnings) => new(
        schedule.Zone.Id,
        [.. schedule.Weekly.Select(WeeklyBody.Of)],
        [.. schedule.OneOff.Select(OneOffBody.Of)],
        HolidayRuleBody.Of(schedule.Holidays),
        warnings);
}

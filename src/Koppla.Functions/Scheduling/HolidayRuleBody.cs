using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>The profile of holidays, and which days these are.</summary>
/// <param name="IncludeEves">Also the eves that are closed in practice.</param>
/// <param name="Added">Days of one's own.</param>
/// <param name="Removed">Dates of public holidays that are worked.</param>
internal sealed record HolidayRuleBody(
    string Profile = null!, bool IncludeEves = true, IReadOnlyList<HolidayBody?>? Added = null, IReadOnlyList<string?>? Removed = null)
{
    public static HolidayRuleBody? Of(HolidayRule? rule) => rule is null ? null : new(
        rule.Profile.Value,
        rule.Calendar.IncludeEves,
        [.. rule.Calendar.Added.Select(HolidayBody.Of)],
        [.. rule.Calendar.Removed.Select(ScheduleTimes.Date.Format)]);
}

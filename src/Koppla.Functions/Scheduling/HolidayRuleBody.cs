using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>The profile of holidays, and which days these are.</summary>
/// <param name="Calendar"><c>organisation</c>: the days are the organisation's, and the members below are left out.</param>
/// <param name="IncludeEves">Also the eves that are closed in practice; so it is unless told.</param>
/// <param name="Added">Days of one's own.</param>
/// <param name="Removed">Dates of public holidays that are worked.</param>
internal sealed record HolidayRuleBody(
    string Profile = null!,
    string? Calendar = null,
    bool? IncludeEves = null,
    IReadOnlyList<HolidayBody?>? Added = null,
    IReadOnlyList<string?>? Removed = null)
{
    public const string OfOrganisation = "organisation";

    public static HolidayRuleBody? Of(HolidayRule? rule) => rule switch
    {
        null => null,
        { FollowsOrganisation: true } => new(rule.Profile.Value, OfOrganisation),
        _ => new(
            rule.Profile.Value,
            Calendar: null,
            rule.Calendar.IncludeEves,
            [.. rule.Calendar.Added.Select(HolidayBody.Of)],
            [.. rule.Calendar.Removed.Select(ScheduleTimes.Date.Format)]),
    };
}

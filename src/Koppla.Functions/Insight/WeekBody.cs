using Koppla.Functions.Api;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Insight;

/// <summary>What calls to a user's numbers meet over some days, when no exception fits the caller.</summary>
/// <param name="From">Inclusive; ISO 8601.</param>
/// <param name="To">Exclusive.</param>
/// <param name="TimeZone">IANA.</param>
internal sealed record WeekBody(string From, string To, string TimeZone, IReadOnlyList<NumberWeekBody> Numbers)
{
    public static WeekBody Of(UserWeek week, Language language) => new(
        InstantTexts.In(week.Zone, week.Window.Start),
        InstantTexts.In(week.Zone, week.Window.End),
        week.Zone.Id,
        [.. week.Numbers.Select(each => new NumberWeekBody(
            each.Number.E164,
            [.. each.Outlook.Intervals.Select(interval => WeekIntervalBody.Of(week, interval, language))]))]);
}

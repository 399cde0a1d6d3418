using Koppla.Functions.Activating;
using Koppla.Functions.Api;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>A stretch of time in which calls to a number meet the same.</summary>
/// <param name="From">Inclusive; ISO 8601, with the offset of the user's time zone then.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Profile">The one in force.</param>
/// <param name="Source">What put it in force: <c>forced</c>, <c>activated</c>, <c>one-off</c>, <c>holiday</c>, <c>weekly</c> or <c>default</c>.</param>
/// <param name="Goes">What becomes of a call, until a line may take it.</param>
/// <param name="IfBusy">What follows when that line, and every line after it, is busy; left out: nothing follows.</param>
internal sealed record WeekIntervalBody(
    string From,
    string To,
    ProfileName? Profile,
    string? Source,
    CourseBody Goes,
    CourseBody? IfBusy,
    CourseBody? IfNoAnswer,
    CourseBody? IfNoConnection)
{
    public static WeekIntervalBody Of(UserWeek week, OutlookInterval interval, Language language)
    {
        var prospect = interval.Prospect;
        return new(
            InstantTexts.In(week.Zone, interval.Start),
            InstantTexts.In(week.Zone, interval.End),
            interval.InForce is { } inForce ? ProfileName.Of(week.User.Handling.FindOrDefault(inForce.Profile)) : null,
            interval.InForce is { Source: var source } ? Names.Kebab(source) : null,
            CourseBody.Of(prospect.Opening, language),
            CourseBody.Of(prospect, prospect.IfBusy, language),
            CourseBody.Of(prospect, prospect.IfNoAnswer, language),
            CourseBody.Of(prospect, prospect.IfNoConnection, language));
    }
}

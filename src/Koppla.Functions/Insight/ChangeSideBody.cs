using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>What becomes of calls, before or after a change.</summary>
/// <param name="Goes">Until a line may take the call.</param>
/// <param name="IfBusy">What follows when that line, and every line after it, is busy; left out: nothing follows.</param>
internal sealed record ChangeSideBody(string Goes, string? IfBusy, string? IfNoAnswer, string? IfNoConnection)
{
    public static ChangeSideBody Of(Prospect prospect, Language language) => new(
        CourseBody.Of(prospect.Opening, language).Sentence,
        CourseBody.Of(prospect, prospect.IfBusy, language)?.Sentence,
        CourseBody.Of(prospect, prospect.IfNoAnswer, language)?.Sentence,
        CourseBody.Of(prospect, prospect.IfNoConnection, language)?.Sentence);
}

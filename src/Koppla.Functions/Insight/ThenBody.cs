using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>What follows if the line does not take the call, nor any line after it.</summary>
internal sealed record ThenBody(CourseBody IfBusy, CourseBody IfNoAnswer, CourseBody IfNoConnection)
{
    /// <returns>Null when nothing follows.</returns>
    public static ThenBody? Of(Prospect prospect, Language language) =>
        CourseBody.Of(prospect, prospect.IfBusy, language) is { } busy
        && CourseBody.Of(prospect, prospect.IfNoAnswer, language) is { } noAnswer
        && CourseBody.Of(prospect, prospect.IfNoConnection, language) is { } noConnection
            ? new(busy, noAnswer, noConnection)
            : null;
}

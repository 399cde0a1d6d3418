using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>What becomes of a call, in short.</summary>
/// <param name="Kind">Of the first decision: <c>ring</c>, <c>forward</c>, <c>refer</c>, <c>hang-up</c> or <c>refuse</c>.</param>
/// <param name="Number">Its number, E.164.</param>
/// <param name="Sentence">The whole course, to its end.</param>
internal sealed record CourseBody(string Kind, string? Number, string Sentence)
{
    public static CourseBody Of(Story story, Language language) => Of(previous: null, story, language);

    /// <param name="prospect">Whose opening the story follows.</param>
    /// <param name="story">Null: nothing follows.</param>
    public static CourseBody? Of(Prospect prospect, Story? story, Language language) =>
        story is null ? null : Of(prospect.Opening.Steps[^1], story, language);

    private static CourseBody Of(StoryStep? previous, Story story, Language language)
    {
        var first = DecisionBody.Of(story.Steps[0]);
        return new(first.Kind, first.Number, StorySentences.Of(previous, story, language));
    }
}

using Koppla.Functions.Calls;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>A step in the course of a call.</summary>
/// <param name="Sentence">What happens, and after what.</param>
/// <param name="Why">Every rule that this decision considered.</param>
internal sealed record StoryStepBody(DecisionBody Decision, string Sentence, IReadOnlyList<TraceStepDocument> Why)
{
    /// <summary>A call to its end, as if no line answered.</summary>
    public static IReadOnlyList<StoryStepBody> Of(Prospect prospect, Language language)
    {
        StoryStep[] steps = [.. prospect.Opening.Steps, .. prospect.IfNoAnswer?.Steps ?? []];
        return [.. steps.Select((step, i) => new StoryStepBody(
            DecisionBody.Of(step),
            StorySentences.Of(i == 0 ? null : steps[i - 1], step, language),
            [.. step.Decided.Trace.Select(TraceStepDocument.Of)]))];
    }
}

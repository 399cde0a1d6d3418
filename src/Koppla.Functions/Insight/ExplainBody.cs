using Koppla.Functions.Api;
using Koppla.Functions.Calls;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Insight;

/// <summary>Where a call goes, and why.</summary>
/// <param name="At">When it rings: ISO 8601, in the time of the number's user; of a number without one, Swedish time.</param>
/// <param name="Rule">The name of the rule that took the call: the first in the order of precedence that applied.</param>
/// <param name="Why">Every rule considered, in order.</param>
/// <param name="Sentences">The same for people: one sentence for each.</param>
/// <param name="Hops">The same number by number.</param>
/// <param name="Then">What follows if the line that rings does not take the call.</param>
/// <param name="Story">The course of the call to its end, if nobody answers anywhere.</param>
internal sealed record ExplainBody(
    string Number,
    string? Caller,
    string At,
    DecisionBody Decision,
    string Rule,
    IReadOnlyList<TraceStepDocument> Why,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<HopBody> Hops,
    ThenBody? Then,
    IReadOnlyList<StoryStepBody> Story)
{
    public static ExplainBody Of(Prospect prospect, Language language)
    {
        var first = prospect.Opening.Steps[0];
        var trace = first.Decided.Trace;
        var sentences = Routing.Decisions.Sentences.Of(trace, language, masked: false);
        var zone = (first.Decided.User?.Handling.Schedule ?? Schedule.Empty).Zone;
        return new(
            first.Call.Called.E164,
            first.Call.Caller?.E164,
            InstantTexts.In(zone, first.Call.At),
            DecisionBody.Of(first),
            Names.Kebab(WinningRule.Of(trace).Code),
            [.. trace.Select(TraceStepDocument.Of)],
            sentences,
            HopBody.Of(trace, sentences),
            ThenBody.Of(prospect, language),
            StoryStepBody.Of(prospect, language));
    }
}

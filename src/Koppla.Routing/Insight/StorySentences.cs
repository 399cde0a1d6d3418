using System.Globalization;
using Koppla.Routing.Decisions;

namespace Koppla.Routing.Insight;

/// <summary>Tells a story to a person, with numbers in full.</summary>
public static class StorySentences
{
    /// <summary>What the step does: "The call goes to 070-174 06 60."</summary>
    public static string Of(StoryStep step, Language language) => Capitalised(Clause(step, language));

    /// <summary>The same with what it follows: "If nobody answers: the call goes to 070-174 06 60."</summary>
    /// <param name="previous">The step before; null: the call begins so.</param>
    public static string Of(StoryStep? previous, StoryStep step, Language language) =>
        previous is not null && Condition(previous, step, language) is { } condition
            ? $"{condition}: {Clause(step, language)}"
            : Of(step, language);

    /// <summary>A whole story in one text.</summary>
    /// <param name="previous">The step that it follows; null: none.</param>
    public static string Of(StoryStep? previous, Story story, Language language)
    {
        var sentences = new string[story.Steps.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = Of(i == 0 ? previous : story.Steps[i - 1], story.Steps[i], language);
        }

        return string.Join(' ', sentences);
    }

    private static string Clause(StoryStep step, Language language) =>
        language == Language.Swedish ? SwedishStory.Of(step) : EnglishStory.Of(step);

    private static string? Condition(StoryStep previous, StoryStep step, Language language) => previous.Decision switch
    {
        Ring ring => OfState(step.Call.Lines.StateOf(ring.Line), language),
        Forward forward => OfState(step.Call.Lines.StateOf(forward.Destination), language),
        _ => language == Language.Swedish ? SwedishStory.Then : EnglishStory.Then,
    };

    private static string? OfState(LineState? state, Language language) =>
        state is not { } known ? null : language == Language.Swedish ? SwedishStory.If(known) : EnglishStory.If(known);

    private static string Capitalised(string clause) => char.ToUpper(clause[0], CultureInfo.InvariantCulture) + clause[1..];
}

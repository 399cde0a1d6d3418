using Koppla.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Numbers;

/// <summary>The call, the rule that took it, every rule considered, and what happens.</summary>
internal static class ExplainView
{
    public static IRenderable Of(ExplainBody explained) => new Rows(
    [
        Cells.Of($"{explained.Caller ?? "A withheld number"} calls {explained.Number} at {explained.At}"),
        Cells.Of($"decided by {explained.Rule}", Color.Green),
        .. explained.Sentences.Select(sentence => Cells.Of($"  - {sentence}")),
        .. Story(explained.Story ?? []),
    ]);

    private static IEnumerable<Text> Story(IReadOnlyList<StoryStepBody> steps) => steps is []
        ? []
        : [Cells.Of("what happens", Color.Green), .. steps.Select(step => Cells.Of($"  - {step.Sentence}"))];
}

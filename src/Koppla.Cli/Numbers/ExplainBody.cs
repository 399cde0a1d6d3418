namespace Koppla.Cli.Numbers;

/// <summary>Where a call goes, and why.</summary>
/// <param name="Rule">The rule that took it.</param>
/// <param name="Sentences">One for each rule considered.</param>
/// <param name="Story">Its course to the end, if nobody answers anywhere.</param>
internal sealed record ExplainBody(
    string Number,
    string At,
    string Rule,
    IReadOnlyList<string> Sentences,
    string? Caller = null,
    IReadOnlyList<StoryStepBody>? Story = null);

namespace Koppla.Simulator.Calls.Media;

/// <summary>When the collection of keys begins and ends.</summary>
internal sealed record RecognizeRules(
    Leg Target,
    IReadOnlyList<Prompt> Prompts,
    bool KeyInterruptsPrompt,
    TimeSpan InitialSilence,
    TimeSpan InterTone,
    int MostTones,
    IReadOnlyCollection<string> StopTones)
{
    public TimeSpan PromptLength => Prompts.Aggregate(TimeSpan.Zero, static (sum, prompt) => sum + prompt.Length);
}

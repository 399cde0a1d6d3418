namespace Koppla.Simulator.Calls.Media;

/// <summary>When the collection of keys begins and ends.</summary>
internal sealed record RecognizeRules(
    Leg Target,
    TimeSpan Prompt,
    bool KeyInterruptsPrompt,
    TimeSpan InitialSilence,
    TimeSpan InterTone,
    int MostTones,
    IReadOnlyCollection<string> StopTones);

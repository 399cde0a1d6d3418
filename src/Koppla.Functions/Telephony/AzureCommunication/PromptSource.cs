using Azure.Communication.CallAutomation;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>How a prompt is played by Call Automation.</summary>
internal static class PromptSource
{
    public static PlayToAllOptions PlayToAll(Prompt prompt, string context) => new(SourceOf(prompt))
    {
        Loop = prompt is Prompt.Loop,
        InterruptCallMediaOperation = true,
        OperationContext = context,
    };

    public static PlayOptions PlayTo(CallTarget who, Prompt prompt, string context) => new(SourceOf(prompt), [Identifiers.Of(who)])
    {
        Loop = prompt is Prompt.Loop,
        OperationContext = context,
    };

    public static CallMediaRecognizeDtmfOptions AskForKey(CallTarget who, Prompt prompt, TimeSpan patience, string context) =>
        new(Identifiers.Of(who), maxTonesToCollect: 1)
        {
            Prompt = SourceOf(prompt),
            InterruptPrompt = true,
            InitialSilenceTimeout = patience,
            OperationContext = context,
        };

    private static PlaySource SourceOf(Prompt prompt) => prompt switch
    {
        Prompt.Speech { Language: Language.Swedish } speech => Spoken(speech.Text, "sv-SE", "sv-SE-SofieNeural"),
        Prompt.Speech speech => Spoken(speech.Text, "en-GB", "en-GB-SoniaNeural"),
        Prompt.Sound sound => new FileSource(sound.File),
        Prompt.Loop loop => new FileSource(loop.File),
        _ => throw new ArgumentOutOfRangeException(nameof(prompt)),
    };

    private static TextSource Spoken(string text, string locale, string voice) => new(text, voice) { SourceLocale = locale };
}

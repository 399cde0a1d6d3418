using Koppla.Simulator.Calls;
using Koppla.Simulator.Calls.Media;

namespace Koppla.Simulator.Rest;

/// <summary>A file, a text or SSML to play.</summary>
internal sealed record PlaySource(string? Kind, PlaySource.FileSource? File, PlaySource.TextSource? Text, PlaySource.SsmlSource? Ssml)
{
    public bool IsSpeech => File is null;

    public Reply? Refuse(Connection connection) => this switch
    {
        { File.Uri: null or "", Text: null, Ssml: null } or { File: null, Text: null, Ssml: null } => Refusals.Invalid("A play source needs a file, a text or SSML."),
        { IsSpeech: true } when !connection.HasSpeech && connection.Call.Options.SpeechNeedsCognitiveServices => Refusals.NoSpeechService,
        _ => null,
    };

    public Prompt Prompt(SimulatorOptions options) =>
        IsSpeech ? Calls.Media.Prompt.Speech(Text?.Text ?? Ssml?.SsmlText) : Calls.Media.Prompt.File(File?.Uri, options);

    internal sealed record FileSource(string? Uri);

    internal sealed record TextSource(string? Text);

    internal sealed record SsmlSource(string? SsmlText);
}

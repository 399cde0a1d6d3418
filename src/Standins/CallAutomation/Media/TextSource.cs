using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A text to speak. The call needs a Cognitive Services endpoint.</summary>
public sealed class TextSource : PlaySource
{
    public TextSource(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    public TextSource(string text, string voiceName) : this(text) => VoiceName = voiceName;

    public TextSource(string text, string sourceLocale, VoiceKind voiceKind) : this(text)
    {
        SourceLocale = sourceLocale;
        VoiceKind = voiceKind;
    }

    public string Text { get; }

    /// <summary>For example <c>sv-SE</c>.</summary>
    public string? SourceLocale { get; set; }

    public VoiceKind? VoiceKind { get; set; }

    public string? VoiceName { get; set; }

    public string? CustomVoiceEndpointId { get; set; }

    private protected override void WriteContent(Utf8JsonWriter json)
    {
        json.WriteString("kind"u8, "text"u8);
        json.WriteStartObject("text"u8);
        json.WriteString("text"u8, Text);
        json.Optional("sourceLocale"u8, SourceLocale);
        json.Optional("voiceKind"u8, VoiceKind?.ToString());
        json.Optional("voiceName"u8, VoiceName);
        json.Optional("customVoiceEndpointId"u8, CustomVoiceEndpointId);
        json.WriteEndObject();
    }
}

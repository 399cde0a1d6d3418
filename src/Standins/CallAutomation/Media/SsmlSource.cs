using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Speech Synthesis Markup to speak. The call needs a Cognitive Services endpoint.</summary>
public sealed class SsmlSource : PlaySource
{
    public SsmlSource(string ssmlText)
    {
        ArgumentNullException.ThrowIfNull(ssmlText);
        SsmlText = ssmlText;
    }

    public string SsmlText { get; }

    public string? CustomVoiceEndpointId { get; set; }

    private protected override void WriteContent(Utf8JsonWriter json)
    {
        json.WriteString("kind"u8, "ssml"u8);
        json.WriteStartObject("ssml"u8);
        json.WriteString("ssmlText"u8, SsmlText);
        json.Optional("customVoiceEndpointId"u8, CustomVoiceEndpointId);
        json.WriteEndObject();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Asks for keys.</summary>
public sealed class CallMediaRecognizeDtmfOptions(CommunicationIdentifier targetParticipant, int maxTonesToCollect)
    : CallMediaRecognizeOptions(RecognizeInputType.Dtmf, targetParticipant)
{
    public int MaxTonesToCollect { get; } = maxTonesToCollect;

    /// <summary>How long to wait for the next key, 1 to 60 seconds, in whole seconds. Default: 2 seconds.</summary>
    public TimeSpan InterToneTimeout { get; set; } = TimeSpan.FromSeconds(2);

    [SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "the official type has the setter")]
    public IList<DtmfTone> StopTones { get; set; } = [];

    private protected override void WriteInput(Utf8JsonWriter json)
    {
        json.WriteStartObject("dtmfOptions"u8);
        json.WriteNumber("interToneTimeoutInSeconds"u8, (int)InterToneTimeout.TotalSeconds);
        json.WriteNumber("maxTonesToCollect"u8, MaxTonesToCollect);
        json.Tones("stopTones"u8, StopTones);
        json.WriteEndObject();
    }
}

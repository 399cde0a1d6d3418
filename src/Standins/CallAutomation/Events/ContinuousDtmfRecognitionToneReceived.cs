using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant pressed a key.</summary>
public sealed class ContinuousDtmfRecognitionToneReceived : CallAutomationEventBase, IEventData<ContinuousDtmfRecognitionToneReceived>
{
    internal ContinuousDtmfRecognitionToneReceived(EventHeader header, int? sequenceId, DtmfTone? tone) : base(header)
    {
        SequenceId = sequenceId;
        Tone = tone;
    }

    public int? SequenceId { get; }

    public DtmfTone? Tone { get; }

    public static ContinuousDtmfRecognitionToneReceived Deserialize(string content) => EventData.Read<ContinuousDtmfRecognitionToneReceived>(content);

    static ContinuousDtmfRecognitionToneReceived IEventData<ContinuousDtmfRecognitionToneReceived>.Read(JsonElement data) => new(EventHeader.Read(data), data.Number("sequenceId"), data.Text("tone") is { } tone ? new DtmfTone(tone) : default(DtmfTone?));
}

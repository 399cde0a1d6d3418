using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Listening for keys failed.</summary>
public sealed class ContinuousDtmfRecognitionToneFailed : CallAutomationEventBase, IEventData<ContinuousDtmfRecognitionToneFailed>
{
    internal ContinuousDtmfRecognitionToneFailed(EventHeader header) : base(header)
    {
    }

    public static ContinuousDtmfRecognitionToneFailed Deserialize(string content) => EventData.Read<ContinuousDtmfRecognitionToneFailed>(content);

    static ContinuousDtmfRecognitionToneFailed IEventData<ContinuousDtmfRecognitionToneFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Listening for keys ended.</summary>
public sealed class ContinuousDtmfRecognitionStopped : CallAutomationEventBase, IEventData<ContinuousDtmfRecognitionStopped>
{
    internal ContinuousDtmfRecognitionStopped(EventHeader header) : base(header)
    {
    }

    public static ContinuousDtmfRecognitionStopped Deserialize(string content) => EventData.Read<ContinuousDtmfRecognitionStopped>(content);

    static ContinuousDtmfRecognitionStopped IEventData<ContinuousDtmfRecognitionStopped>.Read(JsonElement data) => new(EventHeader.Read(data));
}

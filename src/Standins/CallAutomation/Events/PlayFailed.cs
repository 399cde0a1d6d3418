using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A prompt could not be played.</summary>
public sealed class PlayFailed : CallAutomationEventBase, IEventData<PlayFailed>
{
    internal PlayFailed(EventHeader header, int? failedPlaySourceIndex) : base(header)
    {
        FailedPlaySourceIndex = failedPlaySourceIndex;
    }

    public int? FailedPlaySourceIndex { get; }

    public MediaEventReasonCode ReasonCode => MediaEventReasonCode.From(ResultInformation);

    public static PlayFailed Deserialize(string content) => EventData.Read<PlayFailed>(content);

    static PlayFailed IEventData<PlayFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Number("failedPlaySourceIndex"));
}

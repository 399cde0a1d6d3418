using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Nothing usable was keyed in.</summary>
public sealed class RecognizeFailed : CallAutomationEventBase, IEventData<RecognizeFailed>
{
    internal RecognizeFailed(EventHeader header, int? failedPlaySourceIndex) : base(header)
    {
        FailedPlaySourceIndex = failedPlaySourceIndex;
    }

    public int? FailedPlaySourceIndex { get; }

    public MediaEventReasonCode ReasonCode => MediaEventReasonCode.From(ResultInformation);

    public static RecognizeFailed Deserialize(string content) => EventData.Read<RecognizeFailed>(content);

    static RecognizeFailed IEventData<RecognizeFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Number("failedPlaySourceIndex"));
}

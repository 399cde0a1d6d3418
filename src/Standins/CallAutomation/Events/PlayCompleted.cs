using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A prompt was played to its end.</summary>
public sealed class PlayCompleted : CallAutomationEventBase, IEventData<PlayCompleted>
{
    internal PlayCompleted(EventHeader header) : base(header)
    {
    }

    public MediaEventReasonCode ReasonCode => MediaEventReasonCode.From(ResultInformation);

    public static PlayCompleted Deserialize(string content) => EventData.Read<PlayCompleted>(content);

    static PlayCompleted IEventData<PlayCompleted>.Read(JsonElement data) => new(EventHeader.Read(data));
}

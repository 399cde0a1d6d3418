using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A call was answered but not established.</summary>
public sealed class AnswerFailed : CallAutomationEventBase, IEventData<AnswerFailed>
{
    internal AnswerFailed(EventHeader header) : base(header)
    {
    }

    public static AnswerFailed Deserialize(string content) => EventData.Read<AnswerFailed>(content);

    static AnswerFailed IEventData<AnswerFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>An outbound call was not established.</summary>
public sealed class CreateCallFailed : CallAutomationEventBase, IEventData<CreateCallFailed>
{
    internal CreateCallFailed(EventHeader header) : base(header)
    {
    }

    public static CreateCallFailed Deserialize(string content) => EventData.Read<CreateCallFailed>(content);

    static CreateCallFailed IEventData<CreateCallFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A transfer was not completed.</summary>
public sealed class CallTransferFailed : CallAutomationEventBase, IEventData<CallTransferFailed>
{
    internal CallTransferFailed(EventHeader header) : base(header)
    {
    }

    public static CallTransferFailed Deserialize(string content) => EventData.Read<CallTransferFailed>(content);

    static CallTransferFailed IEventData<CallTransferFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

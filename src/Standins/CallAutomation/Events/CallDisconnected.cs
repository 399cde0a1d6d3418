using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The application left the call; no event for this connection follows.</summary>
public sealed class CallDisconnected : CallAutomationEventBase, IEventData<CallDisconnected>
{
    internal CallDisconnected(EventHeader header) : base(header)
    {
    }

    public static CallDisconnected Deserialize(string content) => EventData.Read<CallDisconnected>(content);

    static CallDisconnected IEventData<CallDisconnected>.Read(JsonElement data) => new(EventHeader.Read(data));
}

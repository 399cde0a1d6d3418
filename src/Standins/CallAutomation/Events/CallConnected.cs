using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The application is connected to the call.</summary>
public sealed class CallConnected : CallAutomationEventBase, IEventData<CallConnected>
{
    internal CallConnected(EventHeader header) : base(header)
    {
    }

    public static CallConnected Deserialize(string content) => EventData.Read<CallConnected>(content);

    static CallConnected IEventData<CallConnected>.Read(JsonElement data) => new(EventHeader.Read(data));
}

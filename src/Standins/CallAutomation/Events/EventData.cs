using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>An event that knows how to read itself from the <c>data</c> of a CloudEvent.</summary>
internal interface IEventData<out T>
    where T : CallAutomationEventBase, IEventData<T>
{
    public static abstract T Read(JsonElement data);
}

internal static class EventData
{
    public static T Read<T>(string content)
        where T : CallAutomationEventBase, IEventData<T>
    {
        using var document = JsonDocument.Parse(content);
        return T.Read(document.RootElement);
    }
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A prompt was stopped.</summary>
public sealed class PlayCanceled : CallAutomationEventBase, IEventData<PlayCanceled>
{
    internal PlayCanceled(EventHeader header) : base(header)
    {
    }

    public static PlayCanceled Deserialize(string content) => EventData.Read<PlayCanceled>(content);

    static PlayCanceled IEventData<PlayCanceled>.Read(JsonElement data) => new(EventHeader.Read(data));
}

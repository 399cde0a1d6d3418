using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A prompt is being played.</summary>
public sealed class PlayStarted : CallAutomationEventBase, IEventData<PlayStarted>
{
    internal PlayStarted(EventHeader header) : base(header)
    {
    }

    public static PlayStarted Deserialize(string content) => EventData.Read<PlayStarted>(content);

    static PlayStarted IEventData<PlayStarted>.Read(JsonElement data) => new(EventHeader.Read(data));
}

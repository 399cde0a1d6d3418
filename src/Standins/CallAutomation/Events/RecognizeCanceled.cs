using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A recognition was stopped.</summary>
public sealed class RecognizeCanceled : CallAutomationEventBase, IEventData<RecognizeCanceled>
{
    internal RecognizeCanceled(EventHeader header) : base(header)
    {
    }

    public static RecognizeCanceled Deserialize(string content) => EventData.Read<RecognizeCanceled>(content);

    static RecognizeCanceled IEventData<RecognizeCanceled>.Read(JsonElement data) => new(EventHeader.Read(data));
}

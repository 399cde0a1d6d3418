using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Tones were sent.</summary>
public sealed class SendDtmfTonesCompleted : CallAutomationEventBase, IEventData<SendDtmfTonesCompleted>
{
    internal SendDtmfTonesCompleted(EventHeader header) : base(header)
    {
    }

    public static SendDtmfTonesCompleted Deserialize(string content) => EventData.Read<SendDtmfTonesCompleted>(content);

    static SendDtmfTonesCompleted IEventData<SendDtmfTonesCompleted>.Read(JsonElement data) => new(EventHeader.Read(data));
}

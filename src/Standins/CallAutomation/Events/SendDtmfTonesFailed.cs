using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Tones could not be sent.</summary>
public sealed class SendDtmfTonesFailed : CallAutomationEventBase, IEventData<SendDtmfTonesFailed>
{
    internal SendDtmfTonesFailed(EventHeader header) : base(header)
    {
    }

    public static SendDtmfTonesFailed Deserialize(string content) => EventData.Read<SendDtmfTonesFailed>(content);

    static SendDtmfTonesFailed IEventData<SendDtmfTonesFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant could not be put on hold. Success has no event.</summary>
public sealed class HoldFailed : CallAutomationEventBase, IEventData<HoldFailed>
{
    internal HoldFailed(EventHeader header) : base(header)
    {
    }

    public MediaEventReasonCode ReasonCode => MediaEventReasonCode.From(ResultInformation);

    public static HoldFailed Deserialize(string content) => EventData.Read<HoldFailed>(content);

    static HoldFailed IEventData<HoldFailed>.Read(JsonElement data) => new(EventHeader.Read(data));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>An invitation could not be withdrawn any more.</summary>
public sealed class CancelAddParticipantFailed : CallAutomationEventBase, IEventData<CancelAddParticipantFailed>
{
    internal CancelAddParticipantFailed(EventHeader header, string? invitationId) : base(header)
    {
        InvitationId = invitationId;
    }

    public string? InvitationId { get; }

    public static CancelAddParticipantFailed Deserialize(string content) => EventData.Read<CancelAddParticipantFailed>(content);

    static CancelAddParticipantFailed IEventData<CancelAddParticipantFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Text("invitationId"));
}

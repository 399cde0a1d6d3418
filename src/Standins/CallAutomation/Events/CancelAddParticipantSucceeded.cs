using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A ringing invitation was withdrawn.</summary>
public sealed class CancelAddParticipantSucceeded : CallAutomationEventBase, IEventData<CancelAddParticipantSucceeded>
{
    internal CancelAddParticipantSucceeded(EventHeader header, string? invitationId) : base(header)
    {
        InvitationId = invitationId;
    }

    public string? InvitationId { get; }

    public static CancelAddParticipantSucceeded Deserialize(string content) => EventData.Read<CancelAddParticipantSucceeded>(content);

    static CancelAddParticipantSucceeded IEventData<CancelAddParticipantSucceeded>.Read(JsonElement data) => new(EventHeader.Read(data), data.Text("invitationId"));
}

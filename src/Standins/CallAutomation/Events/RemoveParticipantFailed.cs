using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant could not be removed.</summary>
public sealed class RemoveParticipantFailed : CallAutomationEventBase, IEventData<RemoveParticipantFailed>
{
    internal RemoveParticipantFailed(EventHeader header, CommunicationIdentifier? participant) : base(header)
    {
        Participant = participant;
    }

    public CommunicationIdentifier? Participant { get; }

    public static RemoveParticipantFailed Deserialize(string content) => EventData.Read<RemoveParticipantFailed>(content);

    static RemoveParticipantFailed IEventData<RemoveParticipantFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"));
}

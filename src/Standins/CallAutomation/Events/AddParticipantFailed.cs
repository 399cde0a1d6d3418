using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The invited party was busy, did not answer, declined or could not be reached.</summary>
public sealed class AddParticipantFailed : CallAutomationEventBase, IEventData<AddParticipantFailed>
{
    internal AddParticipantFailed(EventHeader header, CommunicationIdentifier? participant) : base(header)
    {
        Participant = participant;
    }

    public CommunicationIdentifier? Participant { get; }

    public static AddParticipantFailed Deserialize(string content) => EventData.Read<AddParticipantFailed>(content);

    static AddParticipantFailed IEventData<AddParticipantFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The invited party went off-hook (a person or a voicemail).</summary>
public sealed class AddParticipantSucceeded : CallAutomationEventBase, IEventData<AddParticipantSucceeded>
{
    internal AddParticipantSucceeded(EventHeader header, CommunicationIdentifier? participant) : base(header)
    {
        Participant = participant;
    }

    public CommunicationIdentifier? Participant { get; }

    public static AddParticipantSucceeded Deserialize(string content) => EventData.Read<AddParticipantSucceeded>(content);

    static AddParticipantSucceeded IEventData<AddParticipantSucceeded>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant was removed.</summary>
public sealed class RemoveParticipantSucceeded : CallAutomationEventBase, IEventData<RemoveParticipantSucceeded>
{
    internal RemoveParticipantSucceeded(EventHeader header, CommunicationIdentifier? participant) : base(header)
    {
        Participant = participant;
    }

    public CommunicationIdentifier? Participant { get; }

    public static RemoveParticipantSucceeded Deserialize(string content) => EventData.Read<RemoveParticipantSucceeded>(content);

    static RemoveParticipantSucceeded IEventData<RemoveParticipantSucceeded>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant was moved here from another call.</summary>
public sealed class MoveParticipantSucceeded : CallAutomationEventBase, IEventData<MoveParticipantSucceeded>
{
    internal MoveParticipantSucceeded(EventHeader header, CommunicationIdentifier? participant, string? fromCall) : base(header)
    {
        Participant = participant;
        FromCall = fromCall;
    }

    public CommunicationIdentifier? Participant { get; }

    public string? FromCall { get; }

    public static MoveParticipantSucceeded Deserialize(string content) => EventData.Read<MoveParticipantSucceeded>(content);

    static MoveParticipantSucceeded IEventData<MoveParticipantSucceeded>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"), data.Text("fromCall"));
}

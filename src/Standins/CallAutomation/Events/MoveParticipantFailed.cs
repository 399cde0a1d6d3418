using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A participant could not be moved here from another call.</summary>
public sealed class MoveParticipantFailed : CallAutomationEventBase, IEventData<MoveParticipantFailed>
{
    internal MoveParticipantFailed(EventHeader header, CommunicationIdentifier? participant, string? fromCall) : base(header)
    {
        Participant = participant;
        FromCall = fromCall;
    }

    public CommunicationIdentifier? Participant { get; }

    public string? FromCall { get; }

    public static MoveParticipantFailed Deserialize(string content) => EventData.Read<MoveParticipantFailed>(content);

    static MoveParticipantFailed IEventData<MoveParticipantFailed>.Read(JsonElement data) => new(EventHeader.Read(data), data.Identifier("participant"), data.Text("fromCall"));
}

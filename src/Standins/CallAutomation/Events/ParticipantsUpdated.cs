using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The list of participants changed.</summary>
public sealed class ParticipantsUpdated : CallAutomationEventBase, IEventData<ParticipantsUpdated>
{
    internal ParticipantsUpdated(EventHeader header, IReadOnlyList<CallParticipant> participants, int? sequenceNumber) : base(header)
    {
        Participants = participants;
        SequenceNumber = sequenceNumber;
    }

    public IReadOnlyList<CallParticipant> Participants { get; }

    public int? SequenceNumber { get; }

    public static ParticipantsUpdated Deserialize(string content) => EventData.Read<ParticipantsUpdated>(content);

    static ParticipantsUpdated IEventData<ParticipantsUpdated>.Read(JsonElement data) => new(EventHeader.Read(data), data.Participants("participants"), data.Number("sequenceNumber"));
}

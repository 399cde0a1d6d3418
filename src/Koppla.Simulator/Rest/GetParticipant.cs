using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class GetParticipant : Operation
{
    public override string Method => "GET";

    public override string Pattern => "/{id}/participants/{rawId}";

    public override bool IsRepeatable => false;

    public override Reply Execute(Command command) => Established.Run(command, connection =>
        connection.Participants().FirstOrDefault(one => string.Equals(one.Identifier.RawId, command.Participant, StringComparison.Ordinal)) is { } participant
            ? Reply.Of(200, participant, Json.Wire.Participant)
            : Refusals.ParticipantNotFound);
}

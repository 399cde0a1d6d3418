using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class GetParticipants : Operation
{
    public override string Method => "GET";

    public override string Pattern => "/{id}/participants";

    public override bool IsRepeatable => false;

    public override Reply Execute(Command command) => Established.Run(
        command, static connection => Reply.Of(200, new ParticipantList(connection.Participants()), Json.Wire.ParticipantList));
}

using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class GetCall : Operation
{
    public override string Method => "GET";

    public override string Pattern => "/{id}";

    public override bool IsRepeatable => false;

    public override Reply Execute(Command command) =>
        Established.RunAny(command, static connection => Reply.Of(200, connection.Properties(), Json.Wire.CallProperties));
}

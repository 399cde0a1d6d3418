using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Rest;

/// <summary>Ends the call for everybody.</summary>
internal sealed class TerminateCall : Operation
{
    public override string Pattern => "/{id}:terminate";

    public override Reply Execute(Command command) => Established.RunAny(command, static connection =>
    {
        if (connection.IsConnected)
            connection.EndForEveryone(EndOfCall.HungUpByApplication, "the application hung up");
        else
            connection.Abandon();
        return Reply.NoContent;
    });
}

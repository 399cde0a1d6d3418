using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Rest;

/// <summary>The application leaves; with at most one other party the call ends.</summary>
internal sealed class HangupCall : Operation
{
    public override string Method => "DELETE";

    public override string Pattern => "/{id}";

    public override bool IsRepeatable => false;

    public override Reply Execute(Command command) => Established.RunAny(command, static connection =>
    {
        if (!connection.IsConnected)
        {
            connection.Abandon();
        }
        else if (connection.Roster.Count <= 1)
        {
            connection.EndForEveryone(EndOfCall.HungUpByApplication, "the application hung up");
        }
        else
        {
            connection.Call.Note(TimelineKind.Call, "the application left");
            connection.Disconnect(EndOfCall.HungUpByApplication);
            connection.Call.Finish();
        }

        return Reply.NoContent;
    });
}

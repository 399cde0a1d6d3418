using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;

namespace Koppla.Simulator.Rest;

internal sealed class Unhold : ParticipantOperation
{
    public override string Pattern => "/{id}:unhold";

    protected override Reply Execute(Connection connection, Leg leg, TargetRequest request, OperationTag tag)
    {
        leg.IsOnHold = false;
        connection.Call.Note(TimelineKind.Call, $"{leg.Party} is off hold");
        return Reply.Done;
    }
}

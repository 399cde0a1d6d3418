using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;

namespace Koppla.Simulator.Rest;

internal sealed class StartContinuousDtmfRecognition : ParticipantOperation
{
    public override string Pattern => "/{id}:startContinuousDtmfRecognition";

    protected override Reply Execute(Connection connection, Leg leg, TargetRequest request, OperationTag tag)
    {
        connection.Media.ListenTo(leg, tag);
        return Reply.Done;
    }
}

using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class StopContinuousDtmfRecognition : ParticipantOperation
{
    public override string Pattern => "/{id}:stopContinuousDtmfRecognition";

    protected override Reply Execute(Connection connection, Leg leg, TargetRequest request, OperationTag tag)
    {
        if (connection.Media.StopListeningTo(leg))
            connection.Raise("ContinuousDtmfRecognitionStopped", tag, ResultInformation.Success);
        return Reply.Done;
    }
}

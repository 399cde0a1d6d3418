using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>An operation on one participant of an established call.</summary>
internal abstract class ParticipantOperation() : ConnectionOperation<TargetRequest>(Json.Wire.TargetRequest)
{
    public override bool IsRepeatable => false;

    protected sealed override Reply Execute(Connection connection, TargetRequest request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.TargetParticipant is null)
            return Refusals.Invalid("The field TargetParticipant is missing.");
        return connection.Find(request.TargetParticipant) is { } leg ? Execute(connection, leg, request, tag) : Refusals.NotInCall;
    }

    protected abstract Reply Execute(Connection connection, Leg leg, TargetRequest request, OperationTag tag);
}

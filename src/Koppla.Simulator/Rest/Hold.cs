using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;

namespace Koppla.Simulator.Rest;

/// <summary>Isolates a party, with music. Only a failure is told by event; success shows in the roster.</summary>
internal sealed class Hold : ParticipantOperation
{
    public override string Pattern => "/{id}:hold";

    protected override Reply Execute(Connection connection, Leg leg, TargetRequest request, OperationTag tag)
    {
        if (request.PlaySourceInfo?.Refuse(connection) is { } refusal)
            return refusal;
        if (connection.Call.Exchange.Faults.Media.Take("Hold", connection.Call.CorrelationId) is { } fault)
        {
            connection.Raise("HoldFailed", tag, new(400, fault.SubCode, "Hold audio could not be played."));
            return Reply.Done;
        }

        leg.IsOnHold = true;
        connection.Call.Note(TimelineKind.Call, $"{leg.Party} is on hold");
        return Reply.Done;
    }
}

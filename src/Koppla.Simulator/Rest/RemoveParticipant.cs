using Koppla.Simulator.Calls;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Takes a party out of the call. Without the last one the application is alone, and stays until it hangs up.</summary>
internal sealed class RemoveParticipant() : ConnectionOperation<RemoveParticipant.Request>(Json.Wire.RemoveParticipantRequest)
{
    public override string Pattern => "/{id}/participants:remove";

    protected override Reply Execute(Connection connection, Request request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (request.ParticipantToRemove is null)
            return Refusals.Invalid("The field ParticipantToRemove is missing.");
        if (connection.Find(request.ParticipantToRemove) is not { } leg)
            return Refusals.NotInCall;
        if (connection.Transfer?.Transferee == leg)
            return Refusals.Conflict;

        connection.Media.Forget(leg);
        connection.Call.End(leg, "removed");
        connection.Raise("RemoveParticipantSucceeded", tag, ResultInformation.Success, new() { Participant = leg.Party });
        connection.RaiseRoster();
        return Reply.Of(202, new OperationAnswer(request.OperationContext), Json.Wire.OperationAnswer);
    }

    internal sealed record Request(Party? ParticipantToRemove, string? OperationContext, string? OperationCallbackUri);
}

using Koppla.Simulator.Calls;
using Koppla.Simulator.Events;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Stops an invitation that still rings; too late it fails by event.</summary>
internal sealed class CancelAddParticipant() : ConnectionOperation<CancelAddParticipant.Request>(Json.Wire.CancelAddParticipantRequest)
{
    public override string Pattern => "/{id}/participants:cancelAddParticipant";

    protected override Reply Execute(Connection connection, Request request)
    {
        if (Checks.Tag(request.OperationContext, request.OperationCallbackUri, out var tag) is { } invalid)
            return invalid;
        if (string.IsNullOrEmpty(request.InvitationId))
            return Refusals.Invalid("The field InvitationId is missing.");

        var more = new CallEventData { InvitationId = request.InvitationId };
        if (connection.Invitations.Remove(request.InvitationId, out var leg))
        {
            var call = connection.Call;
            connection.Raise("CancelAddParticipantSucceeded", tag, ResultInformation.Success, more);
            if (call.Options.AddParticipantFailedFollowsCancel)
                call.Fail(leg, CallFailure.Cancelled);
            else
                call.StopRinging(leg, "cancelled");
        }
        else
        {
            connection.Raise("CancelAddParticipantFailed", tag, new(400, 8585, "The invitation is not pending."), more);
        }

        return Reply.Of(202, new Answer(request.InvitationId, request.OperationContext), Json.Wire.CancelAddParticipantAnswer);
    }

    internal sealed record Request(string? InvitationId, string? OperationContext, string? OperationCallbackUri);

    internal sealed record Answer(string InvitationId, string? OperationContext);
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class CancelAddParticipantOperationResult
{
    internal CancelAddParticipantOperationResult(string? invitationId, string? operationContext)
    {
        InvitationId = invitationId;
        OperationContext = operationContext;
    }

    public string? InvitationId { get; }

    public string? OperationContext { get; }

    internal static CancelAddParticipantOperationResult Read(JsonElement json) => new(json.Text("invitationId"), json.Text("operationContext"));
}

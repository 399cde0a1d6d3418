using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The invitation is on its way; nobody has answered yet.</summary>
public sealed class AddParticipantResult
{
    internal AddParticipantResult(CallParticipant? participant, string? operationContext, string? invitationId)
    {
        Participant = participant;
        OperationContext = operationContext;
        InvitationId = invitationId;
    }

    public CallParticipant? Participant { get; }

    public string? OperationContext { get; }

    /// <summary>What <see cref="CallConnection.CancelAddParticipantOperationAsync(string, CancellationToken)"/> needs.</summary>
    public string? InvitationId { get; }

    internal static AddParticipantResult Read(JsonElement json) => new(
        json.Member("participant") is { } participant ? CallParticipant.Read(participant) : null,
        json.Text("operationContext"),
        json.Text("invitationId"));
}

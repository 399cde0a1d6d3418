using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class CancelAddParticipantOperationOptions : IRequestBody
{
    /// <param name="invitationId">From the answer to AddParticipant.</param>
    public CancelAddParticipantOperationOptions(string invitationId)
    {
        ArgumentNullException.ThrowIfNull(invitationId);
        InvitationId = invitationId;
    }

    public string InvitationId { get; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.WriteString("invitationId"u8, InvitationId);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
    }
}

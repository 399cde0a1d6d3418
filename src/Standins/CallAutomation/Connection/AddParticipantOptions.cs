using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class AddParticipantOptions : IRequestBody
{
    /// <param name="participantToAdd">Whom to ring, the caller id to show (a telephone needs one) and custom headers.</param>
    public AddParticipantOptions(CallInvite participantToAdd)
    {
        ArgumentNullException.ThrowIfNull(participantToAdd);
        ParticipantToAdd = participantToAdd;
    }

    public CallInvite ParticipantToAdd { get; }

    /// <summary>How long to ring: 1 to 180 seconds. The service's default is not documented.</summary>
    public int? InvitationTimeoutInSeconds { get; set; }

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.CallerId("sourceCallerIdNumber"u8, ParticipantToAdd.SourceCallerIdNumber);
        json.Optional("sourceDisplayName"u8, ParticipantToAdd.SourceDisplayName);
        json.Identifier("participantToAdd"u8, ParticipantToAdd.Target);
        if (InvitationTimeoutInSeconds is { } seconds)
        {
            json.WriteNumber("invitationTimeoutInSeconds"u8, seconds);
        }

        json.ContextOrNew(OperationContext, OperationCallbackUri);
        json.CustomContext(ParticipantToAdd.CustomCallingContext);
    }
}

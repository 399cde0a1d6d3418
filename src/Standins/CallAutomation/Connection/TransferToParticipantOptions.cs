using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class TransferToParticipantOptions : IRequestBody
{
    public TransferToParticipantOptions(CommunicationUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    public TransferToParticipantOptions(PhoneNumberIdentifier targetPhoneNumberIdentity) : this((CommunicationIdentifier)targetPhoneNumberIdentity)
    {
    }

    public TransferToParticipantOptions(MicrosoftTeamsUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    public TransferToParticipantOptions(MicrosoftTeamsAppIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    public TransferToParticipantOptions(TeamsExtensionUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    internal TransferToParticipantOptions(CommunicationIdentifier target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    public CommunicationIdentifier Target { get; }

    /// <summary>Who is transferred. Needed when the call has more than one other party.</summary>
    public CommunicationIdentifier? Transferee { get; set; }

    /// <summary>Needed when one telephone is transferred to another.</summary>
    public PhoneNumberIdentifier? SourceCallerIdNumber { get; set; }

    public CustomCallingContext CustomCallingContext { get; } = new();

    /// <summary>Where events of this operation go instead of the call's callback URI.</summary>
    public Uri? OperationCallbackUri { get; set; }

    /// <summary>Echoed by the events. Default: a fresh GUID.</summary>
    public string? OperationContext { get; set; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.Identifier("targetParticipant"u8, Target);
        if (Transferee is not null)
        {
            json.Identifier("transferee"u8, Transferee);
        }

        json.CallerId("sourceCallerIdNumber"u8, SourceCallerIdNumber);
        json.ContextOrNew(OperationContext, OperationCallbackUri);
        json.CustomContext(CustomCallingContext);
    }
}

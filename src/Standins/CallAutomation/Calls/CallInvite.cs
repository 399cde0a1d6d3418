namespace Azure.Communication.CallAutomation;

/// <summary>Whom to invite, and how to present the invitation.</summary>
public sealed class CallInvite
{
    public CallInvite(CommunicationUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    /// <param name="targetPhoneNumberIdentity">The telephone to ring.</param>
    /// <param name="callerIdNumber">What it shows. A number bought for the resource, or with Direct Routing any the carrier accepts.</param>
    public CallInvite(PhoneNumberIdentifier targetPhoneNumberIdentity, PhoneNumberIdentifier? callerIdNumber) : this(targetPhoneNumberIdentity) =>
        SourceCallerIdNumber = callerIdNumber;

    public CallInvite(MicrosoftTeamsUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    public CallInvite(MicrosoftTeamsAppIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    public CallInvite(TeamsExtensionUserIdentifier targetIdentity) : this((CommunicationIdentifier)targetIdentity)
    {
    }

    private CallInvite(CommunicationIdentifier target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    public CommunicationIdentifier Target { get; }

    public CustomCallingContext CustomCallingContext { get; } = new();

    public PhoneNumberIdentifier? SourceCallerIdNumber { get; set; }

    public string? SourceDisplayName { get; set; }
}

using Azure.Communication;
using Azure.Communication.CallAutomation;
using Koppla.Functions.IncomingCalls;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>How Call Automation is told whom to ring.</summary>
internal static class Legs
{
    private const int ShortestRingSeconds = 1;
    private const int LongestRingSeconds = 180;

    /// <summary>The client puts the prefix before the name of a custom header itself.</summary>
    private static readonly string TrailKey = IncomingCallData.TrailHeader["X-MS-Custom-".Length..];

    public static CallInvite Invite(CallTarget target, PhoneNumber? callerId, string? trail)
    {
        var invite = target switch
        {
            CallTarget.Telephone telephone => new CallInvite(Identifiers.Of(telephone.Number), CallerIdOf(callerId)),
            CallTarget.App app => new CallInvite(new CommunicationUserIdentifier(app.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };
        AddTrail(invite.CustomCallingContext, target, trail);
        return invite;
    }

    public static AddParticipantOptions Add(Invitation invitation) =>
        new(Invite(invitation.Target, invitation.CallerId, invitation.Trail))
        {
            InvitationTimeoutInSeconds = SecondsOf(invitation.RingFor),
            OperationContext = invitation.Context,
        };

    public static TransferToParticipantOptions Transfer(Handover handover)
    {
        var transfer = handover.Target switch
        {
            CallTarget.Telephone telephone => new TransferToParticipantOptions(Identifiers.Of(telephone.Number)),
            CallTarget.App app => new TransferToParticipantOptions(new CommunicationUserIdentifier(app.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(handover)),
        };
        transfer.SourceCallerIdNumber = handover.Target is CallTarget.Telephone ? CallerIdOf(handover.CallerId) : null;
        transfer.OperationContext = handover.Context;
        AddTrail(transfer.CustomCallingContext, handover.Target, handover.Trail);
        return transfer;
    }

    // None is made up where none is given: a wrong number shown is worse than a refusal.
    private static PhoneNumberIdentifier? CallerIdOf(PhoneNumber? number) => number is null ? null : Identifiers.Of(number);

    /// <summary>SIP headers are for telephones; an app that we ring is not taken for a new call.</summary>
    private static void AddTrail(CustomCallingContext headers, CallTarget target, string? trail)
    {
        if (target is CallTarget.Telephone && trail is not null)
        {
            headers.AddSipX(TrailKey, trail);
        }
    }

    private static int SecondsOf(TimeSpan ringFor) =>
        (int)Math.Clamp(Math.Ceiling(ringFor.TotalSeconds), ShortestRingSeconds, LongestRingSeconds);
}

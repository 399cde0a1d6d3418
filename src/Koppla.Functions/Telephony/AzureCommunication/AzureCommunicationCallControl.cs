using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>Call control by Azure Communication Services Call Automation.</summary>
internal sealed class AzureCommunicationCallControl(CallAutomationClient client) : ICallControl
{
    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(
            call,
            command,
            () => client.RedirectCallAsync(new RedirectCallOptions(call.Handle, InviteTo(target)), cancellationToken));

    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(
            call,
            command,
            () => client.RejectCallAsync(
                new RejectCallOptions(call.Handle) { CallRejectReason = ReasonFor(reason) }, cancellationToken));

    private static async Task<CommandResult> SendAsync(RingingCall call, CommandId command, Func<Task<Response>> send)
    {
        using var scope = RepeatabilityPolicy.Scope(command, call.Since);
        try
        {
            await send();
            return CommandResult.Accepted;
        }
        catch (Exception failure) when (CommandFailure.Classify(failure) is { } result)
        {
            return result;
        }
    }

    // A redirect carries no caller ID on the wire, whatever the invite says; the constructor asks for one.
    private static CallInvite InviteTo(CallTarget target) => target switch
    {
        CallTarget.Telephone telephone => new CallInvite(
            new PhoneNumberIdentifier(telephone.Number.E164), new PhoneNumberIdentifier(telephone.Number.E164)),
        CallTarget.App app => new CallInvite(new CommunicationUserIdentifier(app.Id)),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    private static CallRejectReason ReasonFor(RejectReason reason) => reason switch
    {
        RejectReason.Busy => CallRejectReason.Busy,
        RejectReason.Forbidden => CallRejectReason.Forbidden,
        _ => CallRejectReason.None,
    };
}

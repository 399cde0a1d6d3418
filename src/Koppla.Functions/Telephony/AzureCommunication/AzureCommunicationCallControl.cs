using Azure.Communication.CallAutomation;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Telephony.AzureCommunication;

/// <summary>Call control by Azure Communication Services Call Automation.</summary>
internal sealed class AzureCommunicationCallControl(
    CallAutomationClient client, IOptions<AzureCommunicationOptions> options, TimeProvider time) : ICallControl
{
    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(
            command,
            call.Since,
            // A redirect carries no caller ID on the wire, whatever the invite says; the constructor asks for one.
            () => client.RedirectCallAsync(
                new RedirectCallOptions(call.Handle, Legs.Invite(target, (target as CallTarget.Telephone)?.Number, trail: null)), cancellationToken));

    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(
            command,
            call.Since,
            () => client.RejectCallAsync(
                new RejectCallOptions(call.Handle) { CallRejectReason = ReasonFor(reason) }, cancellationToken));

    public async Task<AnswerResult> AnswerAsync(
        RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        var answer = new AnswerCallOptions(call.Handle, callback) { OperationContext = context, CallIntelligenceOptions = Speech };
        string? connection = null;
        var result = await SendAsync(command, call.Since, async () =>
            connection = (await client.AnswerCallAsync(answer, cancellationToken)).Value.CallConnectionProperties.CallConnectionId);
        return new AnswerResult(result, connection);
    }

    public async Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        // A new call carries no headers on the wire, so no trail either.
        var create = new CreateCallOptions(Legs.Invite(target, callerId, trail: null), callback)
        {
            OperationContext = context,
            CallIntelligenceOptions = Speech,
        };
        string? connection = null;
        var result = await SendAsync(command, time.GetUtcNow(), async () =>
            connection = (await client.CreateCallAsync(create, cancellationToken)).Value.CallConnectionProperties.CallConnectionId);
        return new AnswerResult(result, connection);
    }

    public Task<CommandResult> PlayAsync(
        string connection, Prompt prompt, string context, CancellationToken cancellationToken) =>
        SendAsync(() => MediaOf(connection).PlayToAllAsync(PromptSource.PlayToAll(prompt, context), cancellationToken));

    public Task<CommandResult> PlayToAsync(
        string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken) =>
        SendAsync(() => MediaOf(connection).PlayAsync(PromptSource.PlayTo(who, prompt, context), cancellationToken));

    public Task<CommandResult> HoldAsync(
        string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken)
    {
        var hold = new HoldOptions(Identifiers.Of(who))
        {
            PlaySource = music is null ? null : new FileSource(music),
            OperationContext = context,
        };
        return SendAsync(() => MediaOf(connection).HoldAsync(hold, cancellationToken));
    }

    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken)
    {
        var unhold = new UnholdOptions(Identifiers.Of(who)) { OperationContext = context };
        return SendAsync(() => MediaOf(connection).UnholdAsync(unhold, cancellationToken));
    }

    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken) =>
        SendAsync(() => MediaOf(connection).CancelAllMediaOperationsAsync(cancellationToken));

    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken) =>
        SendAsync(() => MediaOf(connection).StartRecognizingAsync(PromptSource.AskForKey(who, prompt, patience, context), cancellationToken));

    public async Task<InvitationResult> InviteAsync(
        string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken)
    {
        var add = Legs.Add(invitation);
        string? id = null;
        var result = await SendAsync(command, time.GetUtcNow(), async () =>
            id = (await client.GetCallConnection(connection).AddParticipantAsync(add, cancellationToken)).Value.InvitationId);
        return new InvitationResult(result, id);
    }

    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken)
    {
        var cancel = new CancelAddParticipantOperationOptions(invitationId) { OperationContext = context };
        return SendAsync(
            command,
            time.GetUtcNow(),
            () => client.GetCallConnection(connection).CancelAddParticipantOperationAsync(cancel, cancellationToken));
    }

    public Task<CommandResult> RemoveAsync(
        string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken)
    {
        var remove = new RemoveParticipantOptions(Identifiers.Of(who)) { OperationContext = context };
        return SendAsync(
            command,
            time.GetUtcNow(),
            () => client.GetCallConnection(connection).RemoveParticipantAsync(remove, cancellationToken));
    }

    public Task<CommandResult> TransferAsync(
        string connection, Handover handover, CommandId command, CancellationToken cancellationToken)
    {
        var transfer = Legs.Transfer(handover);
        return SendAsync(
            command,
            time.GetUtcNow(),
            () => client.GetCallConnection(connection).TransferCallToParticipantAsync(transfer, cancellationToken));
    }

    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(
            command,
            time.GetUtcNow(),
            () => client.GetCallConnection(connection).HangUpAsync(forEveryone: true, cancellationToken));

    public async Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken)
    {
        var call = client.GetCallConnection(connection);
        try
        {
            var state = (await call.GetCallConnectionPropertiesAsync(cancellationToken)).Value.CallConnectionState;
            if (state == CallConnectionState.Disconnecting || state == CallConnectionState.Disconnected)
            {
                return new ConnectionState(ConnectionPresence.Gone, []);
            }

            // Before it is connected a call has no participants, and asking for them is refused as if it were over.
            return new ConnectionState(
                ConnectionPresence.Connected,
                state == CallConnectionState.Connecting
                    ? []
                    : Identifiers.Read((await call.GetParticipantsAsync(cancellationToken)).Value));
        }
        catch (Exception failure) when (CommandFailure.Classify(failure) is { } result)
        {
            return new ConnectionState(
                result.Status == CommandStatus.CallGone ? ConnectionPresence.Gone : ConnectionPresence.Unknown, []);
        }
    }

    /// <summary>
    /// Sends a command that can be repeated. The time of a command in a call is that of each sending: an instance that sends it again
    /// does not know of the first one, and the provider tells commands by their ids.
    /// </summary>
    private static async Task<CommandResult> SendAsync(CommandId command, DateTimeOffset firstSent, Func<Task> send)
    {
        using var scope = RepeatabilityPolicy.Scope(command, firstSent);
        return await SendAsync(send);
    }

    private static async Task<CommandResult> SendAsync(Func<Task> send)
    {
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

    private CallIntelligenceOptions? Speech =>
        options.Value.SpeechEndpoint is { } speech ? new CallIntelligenceOptions { CognitiveServicesEndpoint = speech } : null;

    private CallMedia MediaOf(string connection) => client.GetCallConnection(connection).GetCallMedia();

    private static CallRejectReason ReasonFor(RejectReason reason) => reason switch
    {
        RejectReason.Busy => CallRejectReason.Busy,
        RejectReason.Forbidden => CallRejectReason.Forbidden,
        _ => CallRejectReason.None,
    };
}

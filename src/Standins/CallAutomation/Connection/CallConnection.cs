using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>One call the application is in. All methods throw <see cref="RequestFailedException"/> when the service refuses.</summary>
public class CallConnection
{
    private readonly CallingPipeline _pipeline;
    private readonly string _id;

    internal CallConnection(string callConnectionId, CallingPipeline pipeline)
    {
        _id = callConnectionId;
        _pipeline = pipeline;
    }

    /// <summary>For substitutes in tests.</summary>
    protected CallConnection()
    {
        _id = string.Empty;
        _pipeline = null!;
    }

    public virtual string CallConnectionId => _id;

    public virtual async Task<Response<CallConnectionProperties>> GetCallConnectionPropertiesAsync(CancellationToken cancellationToken = default) =>
        (await SendAsync(Operation.GetCall, body: null, cancellationToken).ConfigureAwait(false)).Read(CallConnectionProperties.Read);

    /// <summary>Ends the call for everyone, or only leaves it; with one other party that ends it too. CallDisconnected follows.</summary>
    public virtual Task<Response> HangUpAsync(bool forEveryone, CancellationToken cancellationToken = default) =>
        SendAsync(forEveryone ? Operation.Terminate : Operation.HangUp, body: null, cancellationToken);

    /// <summary>Blind transfer. CallTransferAccepted or CallTransferFailed follows.</summary>
    public virtual Task<Response<TransferCallToParticipantResult>> TransferCallToParticipantAsync(TransferToParticipantOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.Transfer, options, TransferCallToParticipantResult.Read, cancellationToken);

    public virtual Task<Response<TransferCallToParticipantResult>> TransferCallToParticipantAsync(CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        TransferCallToParticipantAsync(new TransferToParticipantOptions(targetParticipant), cancellationToken);

    /// <summary>Rings somebody and adds them when they answer. AddParticipantSucceeded or AddParticipantFailed follows.</summary>
    public virtual Task<Response<AddParticipantResult>> AddParticipantAsync(AddParticipantOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.AddParticipant, options, AddParticipantResult.Read, cancellationToken);

    public virtual Task<Response<AddParticipantResult>> AddParticipantAsync(CallInvite participantToAdd, CancellationToken cancellationToken = default) =>
        AddParticipantAsync(new AddParticipantOptions(participantToAdd), cancellationToken);

    /// <summary>Withdraws an invitation that still rings. CancelAddParticipantSucceeded or CancelAddParticipantFailed follows.</summary>
    public virtual Task<Response<CancelAddParticipantOperationResult>> CancelAddParticipantOperationAsync(CancelAddParticipantOperationOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.CancelAddParticipant, options, CancelAddParticipantOperationResult.Read, cancellationToken);

    public virtual Task<Response<CancelAddParticipantOperationResult>> CancelAddParticipantOperationAsync(string invitationId, CancellationToken cancellationToken = default) =>
        CancelAddParticipantOperationAsync(new CancelAddParticipantOperationOptions(invitationId), cancellationToken);

    /// <summary>Drops somebody from the call. RemoveParticipantSucceeded or RemoveParticipantFailed follows.</summary>
    public virtual Task<Response<RemoveParticipantResult>> RemoveParticipantAsync(RemoveParticipantOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.RemoveParticipant, options, RemoveParticipantResult.Read, cancellationToken);

    public virtual Task<Response<RemoveParticipantResult>> RemoveParticipantAsync(CommunicationIdentifier participantToRemove, string? operationContext = null, CancellationToken cancellationToken = default) =>
        RemoveParticipantAsync(new RemoveParticipantOptions(participantToRemove) { OperationContext = operationContext }, cancellationToken);

    /// <summary>Takes participants over from another call. MoveParticipantSucceeded or MoveParticipantFailed follows for each.</summary>
    public virtual Task<Response<MoveParticipantsResult>> MoveParticipantsAsync(MoveParticipantsOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.MoveParticipants, options, MoveParticipantsResult.Read, cancellationToken);

    public virtual Task<Response<MoveParticipantsResult>> MoveParticipantsAsync(IEnumerable<CommunicationIdentifier> targetParticipants, string fromCall, CancellationToken cancellationToken = default) =>
        MoveParticipantsAsync(new MoveParticipantsOptions(targetParticipants, fromCall), cancellationToken);

    /// <summary>Who is in the call. The application itself may be listed: look for raw ids, do not count.</summary>
    public virtual async Task<Response<IReadOnlyList<CallParticipant>>> GetParticipantsAsync(CancellationToken cancellationToken = default) =>
        (await SendAsync(Operation.GetParticipants, body: null, cancellationToken).ConfigureAwait(false)).Read(json => json.Participants("value"));

    public virtual async Task<Response<CallParticipant>> GetParticipantAsync(CommunicationIdentifier participantIdentifier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(participantIdentifier);
        var uri = _pipeline.UriOf(Operation.GetParticipant, _id, Uri.EscapeDataString(participantIdentifier.RawId));
        var response = await _pipeline.SendAsync(Operation.GetParticipant, uri, body: null, cancellationToken).ConfigureAwait(false);
        return response.Read(CallParticipant.Read);
    }

    /// <summary>The sound of this call: prompts, hold, keys.</summary>
    public virtual CallMedia GetCallMedia() => new(_id, _pipeline);

    private Task<Response> SendAsync(Operation operation, IRequestBody? body, CancellationToken cancellationToken) =>
        _pipeline.SendAsync(operation, _pipeline.UriOf(operation, _id), body, cancellationToken);

    private async Task<Response<T>> SendAsync<T>(Operation operation, IRequestBody body, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return (await SendAsync(operation, body, cancellationToken).ConfigureAwait(false)).Read(read);
    }
}

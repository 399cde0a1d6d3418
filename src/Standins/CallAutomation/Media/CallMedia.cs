namespace Azure.Communication.CallAutomation;

/// <summary>The sound of one call. All methods throw <see cref="RequestFailedException"/> when the service refuses.</summary>
public class CallMedia
{
    private readonly CallingPipeline _pipeline;
    private readonly string _id;

    internal CallMedia(string callConnectionId, CallingPipeline pipeline)
    {
        _id = callConnectionId;
        _pipeline = pipeline;
    }

    /// <summary>For substitutes in tests.</summary>
    protected CallMedia()
    {
        _id = string.Empty;
        _pipeline = null!;
    }

    public virtual string CallConnectionId => _id;

    /// <summary>Plays to some participants. PlayStarted, then PlayCompleted, PlayFailed or PlayCanceled follows.</summary>
    public virtual async Task<Response<PlayResult>> PlayAsync(PlayOptions options, CancellationToken cancellationToken = default) =>
        Response.FromValue(new PlayResult(), await SendAsync(Operation.Play, options, cancellationToken).ConfigureAwait(false));

    public virtual Task<Response<PlayResult>> PlayAsync(PlaySource playSource, IEnumerable<CommunicationIdentifier> playTo, CancellationToken cancellationToken = default) =>
        PlayAsync(new PlayOptions(playSource, playTo), cancellationToken);

    public virtual Task<Response<PlayResult>> PlayAsync(IEnumerable<PlaySource> playSources, IEnumerable<CommunicationIdentifier> playTo, CancellationToken cancellationToken = default) =>
        PlayAsync(new PlayOptions(playSources, playTo), cancellationToken);

    /// <summary>Plays to everyone. Events as for <see cref="PlayAsync(PlayOptions, CancellationToken)"/>.</summary>
    public virtual async Task<Response<PlayResult>> PlayToAllAsync(PlayToAllOptions options, CancellationToken cancellationToken = default) =>
        Response.FromValue(new PlayResult(), await SendAsync(Operation.Play, options, cancellationToken).ConfigureAwait(false));

    public virtual Task<Response<PlayResult>> PlayToAllAsync(PlaySource playSource, CancellationToken cancellationToken = default) =>
        PlayToAllAsync(new PlayToAllOptions(playSource), cancellationToken);

    public virtual Task<Response<PlayResult>> PlayToAllAsync(IEnumerable<PlaySource> playSources, CancellationToken cancellationToken = default) =>
        PlayToAllAsync(new PlayToAllOptions(playSources), cancellationToken);

    /// <summary>Stops prompts and recognitions. PlayCanceled or RecognizeCanceled follows for each.</summary>
    public virtual async Task<Response<CancelAllMediaOperationsResult>> CancelAllMediaOperationsAsync(CancellationToken cancellationToken = default)
    {
        var uri = _pipeline.UriOf(Operation.CancelAllMediaOperations, _id);
        var response = await _pipeline.SendAsync(Operation.CancelAllMediaOperations, uri, body: null, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new CancelAllMediaOperationsResult(), response);
    }

    /// <summary>Asks a participant to key something in. RecognizeCompleted, RecognizeFailed or RecognizeCanceled follows.</summary>
    public virtual async Task<Response<StartRecognizingCallMediaResult>> StartRecognizingAsync(CallMediaRecognizeOptions options, CancellationToken cancellationToken = default) =>
        Response.FromValue(new StartRecognizingCallMediaResult(), await SendAsync(Operation.Recognize, options, cancellationToken).ConfigureAwait(false));

    /// <summary>Cuts a participant off from the others, with music if a source is given. Only HoldFailed is told by an event.</summary>
    public virtual Task<Response> HoldAsync(HoldOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.Hold, options, cancellationToken);

    public virtual Task<Response> HoldAsync(CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        HoldAsync(new HoldOptions(targetParticipant), cancellationToken);

    public virtual Task<Response> HoldAsync(CommunicationIdentifier targetParticipant, PlaySource playSource, CancellationToken cancellationToken = default) =>
        HoldAsync(new HoldOptions(targetParticipant) { PlaySource = playSource }, cancellationToken);

    /// <summary>Lets a participant on hold hear and speak again. No event follows.</summary>
    public virtual Task<Response> UnholdAsync(UnholdOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.Unhold, options, cancellationToken);

    public virtual Task<Response> UnholdAsync(CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        UnholdAsync(new UnholdOptions(targetParticipant), cancellationToken);

    /// <summary>Reports every key a participant presses: ContinuousDtmfRecognitionToneReceived.</summary>
    public virtual Task<Response> StartContinuousDtmfRecognitionAsync(ContinuousDtmfRecognitionOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.StartContinuousDtmf, options, cancellationToken);

    public virtual Task<Response> StartContinuousDtmfRecognitionAsync(CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        StartContinuousDtmfRecognitionAsync(new ContinuousDtmfRecognitionOptions(targetParticipant), cancellationToken);

    /// <summary>Stops reporting keys. ContinuousDtmfRecognitionStopped follows.</summary>
    public virtual Task<Response> StopContinuousDtmfRecognitionAsync(ContinuousDtmfRecognitionOptions options, CancellationToken cancellationToken = default) =>
        SendAsync(Operation.StopContinuousDtmf, options, cancellationToken);

    public virtual Task<Response> StopContinuousDtmfRecognitionAsync(CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        StopContinuousDtmfRecognitionAsync(new ContinuousDtmfRecognitionOptions(targetParticipant), cancellationToken);

    /// <summary>Plays key tones to a telephone. SendDtmfTonesCompleted or SendDtmfTonesFailed follows.</summary>
    public virtual async Task<Response<SendDtmfTonesResult>> SendDtmfTonesAsync(SendDtmfTonesOptions options, CancellationToken cancellationToken = default) =>
        (await SendAsync(Operation.SendDtmfTones, options, cancellationToken).ConfigureAwait(false)).Read(SendDtmfTonesResult.Read);

    public virtual Task<Response<SendDtmfTonesResult>> SendDtmfTonesAsync(IEnumerable<DtmfTone> tones, CommunicationIdentifier targetParticipant, CancellationToken cancellationToken = default) =>
        SendDtmfTonesAsync(new SendDtmfTonesOptions(tones, targetParticipant), cancellationToken);

    private Task<Response> SendAsync(Operation operation, IRequestBody body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        return _pipeline.SendAsync(operation, _pipeline.UriOf(operation, _id), body, cancellationToken);
    }
}

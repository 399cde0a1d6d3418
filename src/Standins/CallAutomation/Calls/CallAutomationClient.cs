using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>Decides what happens to a ringing call, and creates calls. All methods throw <see cref="RequestFailedException"/> when the service refuses.</summary>
public class CallAutomationClient
{
    private const string Scope = "https://communication.azure.com//.default";

    private readonly CallingPipeline _pipeline;
    private readonly Uri _create;
    private readonly Uri _answer;
    private readonly Uri _redirect;
    private readonly Uri _reject;

    /// <param name="connectionString"><c>endpoint=…;accesskey=…</c>; the endpoint may be plain HTTP.</param>
    public CallAutomationClient(string connectionString) : this(connectionString, new CallAutomationClientOptions())
    {
    }

    public CallAutomationClient(string connectionString, CallAutomationClientOptions options) : this(connectionString, options, TimeProvider.System)
    {
    }

    public CallAutomationClient(Uri endpoint, TokenCredential credential, CallAutomationClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options ?? new CallAutomationClientOptions(), TimeProvider.System)
    {
    }

    internal CallAutomationClient(string connectionString, CallAutomationClientOptions options, TimeProvider time)
        : this(ConnectionString.Parse(connectionString), options, time)
    {
    }

    /// <summary>For substitutes in tests.</summary>
    protected CallAutomationClient()
    {
        _pipeline = null!;
        _create = _answer = _redirect = _reject = null!;
    }

    private CallAutomationClient(ConnectionString connection, CallAutomationClientOptions options, TimeProvider time)
        : this(connection.Endpoint, new HmacAuthenticationPolicy(connection.AccessKey, time), options, time)
    {
    }

    private CallAutomationClient(Uri endpoint, HttpPipelinePolicy authentication, CallAutomationClientOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _pipeline = new CallingPipeline(HttpPipelineBuilder.Build(options, authentication), endpoint, options.ApiVersion, time);
        _create = _pipeline.UriOf(Operation.CreateCall);
        _answer = _pipeline.UriOf(Operation.AnswerCall);
        _redirect = _pipeline.UriOf(Operation.RedirectCall);
        _reject = _pipeline.UriOf(Operation.RejectCall);
        Source = options.Source;
    }

    public CommunicationUserIdentifier? Source { get; }

    /// <summary>Answers a ringing call. CallConnected or AnswerFailed follows at the callback URI.</summary>
    public virtual async Task<Response<AnswerCallResult>> AnswerCallAsync(AnswerCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var response = await _pipeline.SendAsync(Operation.AnswerCall, _answer, new AnswerCallRequest(options, Source), cancellationToken).ConfigureAwait(false);
        var call = response.Read(CallConnectionProperties.Read).Value;
        return Response.FromValue(new AnswerCallResult(GetCallConnection(call.CallConnectionId), call), response);
    }

    public virtual Task<Response<AnswerCallResult>> AnswerCallAsync(string incomingCallContext, Uri callbackUri, CancellationToken cancellationToken = default) =>
        AnswerCallAsync(new AnswerCallOptions(incomingCallContext, callbackUri), cancellationToken);

    /// <summary>Sends a ringing call on to somebody else. No event follows: what becomes of the call is not told.</summary>
    public virtual Task<Response> RedirectCallAsync(RedirectCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _pipeline.SendAsync(Operation.RedirectCall, _redirect, options, cancellationToken);
    }

    public virtual Task<Response> RedirectCallAsync(string incomingCallContext, CallInvite callInvite, CancellationToken cancellationToken = default) =>
        RedirectCallAsync(new RedirectCallOptions(incomingCallContext, callInvite), cancellationToken);

    /// <summary>Turns a ringing call away. No event follows.</summary>
    public virtual Task<Response> RejectCallAsync(RejectCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return _pipeline.SendAsync(Operation.RejectCall, _reject, options, cancellationToken);
    }

    public virtual Task<Response> RejectCallAsync(string incomingCallContext, CancellationToken cancellationToken = default) =>
        RejectCallAsync(new RejectCallOptions(incomingCallContext), cancellationToken);

    /// <summary>Calls somebody. CallConnected or CreateCallFailed follows at the callback URI.</summary>
    public virtual async Task<Response<CreateCallResult>> CreateCallAsync(CreateCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var response = await _pipeline.SendAsync(Operation.CreateCall, _create, new CreateCallRequest(options, Source), cancellationToken).ConfigureAwait(false);
        var call = response.Read(CallConnectionProperties.Read).Value;
        return Response.FromValue(new CreateCallResult(GetCallConnection(call.CallConnectionId), call), response);
    }

    public virtual Task<Response<CreateCallResult>> CreateCallAsync(CallInvite callInvite, Uri callbackUri, CancellationToken cancellationToken = default) =>
        CreateCallAsync(new CreateCallOptions(callInvite, callbackUri), cancellationToken);

    /// <summary>The call with this id; nothing is asked of the service.</summary>
    public virtual CallConnection GetCallConnection(string callConnectionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(callConnectionId);
        return new CallConnection(callConnectionId, _pipeline);
    }
}

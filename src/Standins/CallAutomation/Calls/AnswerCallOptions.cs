namespace Azure.Communication.CallAutomation;

public sealed class AnswerCallOptions
{
    /// <param name="incomingCallContext">From the IncomingCall event; opaque.</param>
    /// <param name="callbackUri">Absolute; the service takes only https. The query is kept.</param>
    public AnswerCallOptions(string incomingCallContext, Uri callbackUri)
    {
        ArgumentNullException.ThrowIfNull(incomingCallContext);
        ArgumentNullException.ThrowIfNull(callbackUri);
        IncomingCallContext = incomingCallContext;
        CallbackUri = callbackUri;
    }

    public string IncomingCallContext { get; }

    public Uri CallbackUri { get; }

    /// <summary>The user to answer as. Default: the client's source.</summary>
    public CommunicationUserIdentifier? AnsweredBy { get; set; }

    public CallIntelligenceOptions? CallIntelligenceOptions { get; set; }

    /// <summary>Echoed by CallConnected, AnswerFailed and CallDisconnected.</summary>
    public string? OperationContext { get; set; }
}

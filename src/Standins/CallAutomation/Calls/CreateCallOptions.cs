namespace Azure.Communication.CallAutomation;

public sealed class CreateCallOptions
{
    /// <param name="callInvite">Whom to call, and the caller id to show; a telephone needs one.</param>
    /// <param name="callbackUri">Absolute; the service takes only https. The query is kept.</param>
    public CreateCallOptions(CallInvite callInvite, Uri callbackUri)
    {
        ArgumentNullException.ThrowIfNull(callInvite);
        ArgumentNullException.ThrowIfNull(callbackUri);
        CallInvite = callInvite;
        CallbackUri = callbackUri;
    }

    public CallInvite CallInvite { get; }

    public Uri CallbackUri { get; }

    public CallIntelligenceOptions? CallIntelligenceOptions { get; set; }

    /// <summary>Echoed by CallConnected, CreateCallFailed and CallDisconnected.</summary>
    public string? OperationContext { get; set; }

    public MicrosoftTeamsAppIdentifier? TeamsAppSource { get; set; }
}

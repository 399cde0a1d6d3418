using System.Text.Json;

namespace Azure.Communication.CallAutomation;

internal sealed record CreateCallRequest(CreateCallOptions Options, CommunicationUserIdentifier? Source) : IRequestBody
{
    public void Write(Utf8JsonWriter json)
    {
        json.Identifiers("targets"u8, [Options.CallInvite.Target]);
        json.CallerId("sourceCallerIdNumber"u8, Options.CallInvite.SourceCallerIdNumber);
        json.Optional("sourceDisplayName"u8, Options.CallInvite.SourceDisplayName);
        json.User("source"u8, Source);
        json.Optional("operationContext"u8, Options.OperationContext);
        json.WriteString("callbackUri"u8, Options.CallbackUri.AbsoluteUri);
        json.Intelligence(Options.CallIntelligenceOptions);
        if (Options.TeamsAppSource is { } app)
        {
            json.TeamsApp("teamsAppSource"u8, app);
        }
    }
}

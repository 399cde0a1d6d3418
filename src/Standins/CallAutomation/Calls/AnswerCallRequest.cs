using System.Text.Json;

namespace Azure.Communication.CallAutomation;

internal sealed record AnswerCallRequest(AnswerCallOptions Options, CommunicationUserIdentifier? Source) : IRequestBody
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("incomingCallContext"u8, Options.IncomingCallContext);
        json.WriteString("callbackUri"u8, Options.CallbackUri.AbsoluteUri);
        json.Optional("operationContext"u8, Options.OperationContext);
        json.Intelligence(Options.CallIntelligenceOptions);
        json.User("answeredBy"u8, Options.AnsweredBy ?? Source);
    }
}

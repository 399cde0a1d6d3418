namespace Azure.Communication.CallAutomation;

public sealed class AnswerCallResult
{
    internal AnswerCallResult(CallConnection callConnection, CallConnectionProperties callConnectionProperties)
    {
        CallConnection = callConnection;
        CallConnectionProperties = callConnectionProperties;
    }

    public CallConnection CallConnection { get; }

    public CallConnectionProperties CallConnectionProperties { get; }
}

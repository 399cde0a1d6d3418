namespace Azure.Communication.CallAutomation;

/// <summary>What every event of a call carries. An identifier the service left out is empty.</summary>
public abstract class CallAutomationEventBase
{
    private protected CallAutomationEventBase(EventHeader header)
    {
        CallConnectionId = header.CallConnectionId ?? string.Empty;
        ServerCallId = header.ServerCallId ?? string.Empty;
        CorrelationId = header.CorrelationId ?? string.Empty;
        OperationContext = header.OperationContext;
        ResultInformation = header.ResultInformation;
    }

    public string CallConnectionId { get; }

    public string ServerCallId { get; }

    public string CorrelationId { get; }

    /// <summary>What the request that caused the event gave as its context.</summary>
    public string? OperationContext { get; }

    public ResultInformation? ResultInformation { get; }
}

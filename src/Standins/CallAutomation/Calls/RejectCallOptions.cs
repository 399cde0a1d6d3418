using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class RejectCallOptions : IRequestBody
{
    /// <param name="incomingCallContext">From the IncomingCall event; opaque.</param>
    public RejectCallOptions(string incomingCallContext)
    {
        ArgumentNullException.ThrowIfNull(incomingCallContext);
        IncomingCallContext = incomingCallContext;
    }

    public string IncomingCallContext { get; }

    public CallRejectReason CallRejectReason { get; set; } = CallRejectReason.None;

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.WriteString("incomingCallContext"u8, IncomingCallContext);
        json.WriteString("callRejectReason"u8, CallRejectReason.ToString());
    }
}

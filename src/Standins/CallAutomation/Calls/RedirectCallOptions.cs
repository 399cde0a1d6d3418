using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class RedirectCallOptions : IRequestBody
{
    /// <param name="incomingCallContext">From the IncomingCall event; opaque.</param>
    /// <param name="callInvite">Only its target is sent: a redirected call keeps the caller id of the original caller.</param>
    public RedirectCallOptions(string incomingCallContext, CallInvite callInvite)
    {
        ArgumentNullException.ThrowIfNull(incomingCallContext);
        ArgumentNullException.ThrowIfNull(callInvite);
        IncomingCallContext = incomingCallContext;
        CallInvite = callInvite;
    }

    public string IncomingCallContext { get; }

    public CallInvite CallInvite { get; }

    void IRequestBody.Write(Utf8JsonWriter json)
    {
        json.WriteString("incomingCallContext"u8, IncomingCallContext);
        json.Identifier("target"u8, CallInvite.Target);
    }
}

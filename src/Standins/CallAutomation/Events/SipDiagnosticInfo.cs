using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>A status of the telephone network: SIP (RFC 3261) or Q.850.</summary>
public sealed class SipDiagnosticInfo
{
    internal SipDiagnosticInfo(int? code, string? message)
    {
        Code = code;
        Message = message;
    }

    public int? Code { get; }

    public string? Message { get; }

    internal static SipDiagnosticInfo Read(JsonElement json) => new(json.Number("code"), json.Text("message"));
}

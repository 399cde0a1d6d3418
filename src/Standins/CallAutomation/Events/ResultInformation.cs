using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Outcome of an operation: <see cref="Code"/> reads like an HTTP or SIP status, <see cref="SubCode"/> says who ended it and why.</summary>
public sealed class ResultInformation
{
    internal ResultInformation(int? code, int? subCode, string? message, SipDiagnosticInfo? sipDetails, SipDiagnosticInfo? q850Details)
    {
        Code = code;
        SubCode = subCode;
        Message = message;
        SipDetails = sipDetails;
        Q850Details = q850Details;
    }

    public int? Code { get; }

    public int? SubCode { get; }

    public string? Message { get; }

    /// <summary>The carrier's own SIP status, when it gave one.</summary>
    public SipDiagnosticInfo? SipDetails { get; }

    /// <summary>The carrier's own Q.850 cause, when it gave one.</summary>
    public SipDiagnosticInfo? Q850Details { get; }

    internal static ResultInformation Read(JsonElement json) => new(
        json.Number("code"),
        json.Number("subCode"),
        json.Text("message"),
        json.Member("sipDetails") is { } sip ? SipDiagnosticInfo.Read(sip) : null,
        json.Member("q850Details") is { } q850 ? SipDiagnosticInfo.Read(q850) : null);
}

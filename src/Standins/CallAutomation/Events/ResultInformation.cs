using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>Outcome of an operation: <see cref="Code"/> reads like an HTTP or SIP status, <see cref="SubCode"/> says who ended it and why.</summary>
public sealed class ResultInformation
{
    internal ResultInformation(int? code, int? subCode, string? message)
    {
        Code = code;
        SubCode = subCode;
        Message = message;
    }

    public int? Code { get; }

    public int? SubCode { get; }

    public string? Message { get; }

    internal static ResultInformation Read(JsonElement json) => new(json.Number("code"), json.Number("subCode"), json.Text("message"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class SendDtmfTonesResult
{
    internal SendDtmfTonesResult(string? operationContext) => OperationContext = operationContext;

    public string? OperationContext { get; }

    internal static SendDtmfTonesResult Read(JsonElement json) => new(json.Text("operationContext"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class TransferCallToParticipantResult
{
    internal TransferCallToParticipantResult(string? operationContext) => OperationContext = operationContext;

    public string? OperationContext { get; }

    internal static TransferCallToParticipantResult Read(JsonElement json) => new(json.Text("operationContext"));
}

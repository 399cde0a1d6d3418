using System.Text.Json;

namespace Azure.Communication.CallAutomation;

public sealed class RemoveParticipantResult
{
    internal RemoveParticipantResult(string? operationContext) => OperationContext = operationContext;

    public string? OperationContext { get; }

    internal static RemoveParticipantResult Read(JsonElement json) => new(json.Text("operationContext"));
}

using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>The members that all events share.</summary>
internal readonly record struct EventHeader(
    string? CallConnectionId, string? ServerCallId, string? CorrelationId, string? OperationContext, ResultInformation? ResultInformation)
{
    public static EventHeader Read(JsonElement data) => new(
        data.Text("callConnectionId"),
        data.Text("serverCallId"),
        data.Text("correlationId"),
        data.Text("operationContext"),
        data.Member("resultInformation") is { } result ? ResultInformation.Read(result) : null);
}

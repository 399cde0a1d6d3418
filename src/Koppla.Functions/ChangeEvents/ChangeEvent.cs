using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Messaging;
using Koppla.Functions.Audit;

namespace Koppla.Functions.ChangeEvents;

/// <summary>A change as a CloudEvent 1.0 in structured JSON: the same bytes however often it is sent.</summary>
internal static class ChangeEvent
{
    public const string MediaType = "application/cloudevents+json";

    public static byte[] BytesOf(Change change, string type)
    {
        var data = new ChangeEventData(
            change.Action, change.Object.ToString(), change.By.Person?.ToString(), NodeOf(change.Before), NodeOf(change.After));
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(data, WebhookJson.Default.ChangeEventData));
        return JsonSerializer.SerializeToUtf8Bytes(
            new CloudEvent($"/organisations/{change.Organisation}", type, json, "application/json", CloudEventDataFormat.Json)
            {
                Id = change.Id,
                Subject = change.Object.ToString(),
                Time = change.At.ToDateTimeOffset(),
            });
    }

    private static JsonNode? NodeOf(string? document) => document is null ? null : JsonNode.Parse(document);
}

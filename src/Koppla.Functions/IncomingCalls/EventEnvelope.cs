using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koppla.Functions.IncomingCalls;

/// <summary>The envelope of an event in either schema; the members of the other schema stay null.</summary>
internal sealed record EventEnvelope
{
    [JsonPropertyName("eventType")]
    public string? EventGridType { get; init; }

    [JsonPropertyName("type")]
    public string? CloudEventsType { get; init; }

    [JsonPropertyName("eventTime")]
    public DateTimeOffset? EventGridTime { get; init; }

    [JsonPropertyName("time")]
    public DateTimeOffset? CloudEventsTime { get; init; }

    public JsonElement Data { get; init; }

    [JsonIgnore]
    public string? Type => EventGridType ?? CloudEventsType;

    [JsonIgnore]
    public DateTimeOffset? Time => EventGridTime ?? CloudEventsTime;

    /// <returns>Null when the bytes are not one event or an array of events.</returns>
    public static EventEnvelope[]? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var first = json.Span.TrimStart(" \t\r\n"u8);
            return first is [(byte)'{', ..]
                ? [JsonSerializer.Deserialize(first, EventJson.Default.EventEnvelope)!]
                : JsonSerializer.Deserialize(first, EventJson.Default.EventEnvelopeArray);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

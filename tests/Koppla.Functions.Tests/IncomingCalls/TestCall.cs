using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>A call as the provider tells of it, in either schema.</summary>
internal sealed record TestCall
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 3, 13, 10);

    public JsonNode? To { get; init; } = Telephone(Numbers.Reserved.E164);

    public JsonNode? From { get; init; } = Telephone(Numbers.Caller.E164);

    public string Handle { get; init; } = "eyJhbGciOiJub25lIn0.eyJjYyI6InRlc3QifQ.";

    public Instant At { get; init; } = Now;

    public JsonNode? CustomContext { get; init; }

    public static TestCall Calling(Routing.Numbers.PhoneNumber number) => new() { To = Telephone(number.E164) };

    public static JsonObject Telephone(string number) => new()
    {
        ["kind"] = "phoneNumber",
        ["rawId"] = $"4:{number}",
        ["phoneNumber"] = new JsonObject { ["value"] = number },
    };

    public static JsonObject Headers(params (string Name, string Value)[] headers) => new()
    {
        ["sipHeaders"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value))),
        ["voipHeaders"] = new JsonObject(),
    };

    public static byte[] Bytes(JsonNode delivery) => Encoding.UTF8.GetBytes(delivery.ToJsonString());

    public static byte[] Batch(params IEnumerable<JsonObject> events) => Bytes(new JsonArray([.. events]));

    public JsonObject Data()
    {
        var data = new JsonObject
        {
            ["to"] = To?.DeepClone(),
            ["from"] = From?.DeepClone(),
            ["serverCallId"] = "aHR0cHM6Ly90ZXN0LmxvY2FsL2NvbnYvMQ",
            ["callerDisplayName"] = "",
            ["incomingCallContext"] = Handle,
            ["correlationId"] = "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002",
        };
        if (CustomContext is not null)
        {
            data["customContext"] = CustomContext.DeepClone();
        }

        return data;
    }

    public JsonObject EventGridEvent() => new()
    {
        ["id"] = "e80026e7-e298-46ba-bc31-dab0eda2f001",
        ["topic"] = "/subscriptions/1/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c",
        ["subject"] = "/caller/4:+46701740690/recipient/4:+46846500410",
        ["data"] = Data(),
        ["eventType"] = "Microsoft.Communication.IncomingCall",
        ["dataVersion"] = "1.0",
        ["metadataVersion"] = "1",
        ["eventTime"] = InstantPattern.ExtendedIso.Format(At),
    };

    public JsonObject CloudEvent() => new()
    {
        ["id"] = "e80026e7-e298-46ba-bc31-dab0eda2f001",
        ["source"] = "/subscriptions/1/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c",
        ["type"] = "Microsoft.Communication.IncomingCall",
        ["time"] = InstantPattern.ExtendedIso.Format(At),
        ["specversion"] = "1.0",
        ["data"] = Data(),
    };

    public byte[] Delivery() => Batch(EventGridEvent());
}

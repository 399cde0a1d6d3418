using System.Text.Json.Serialization;

namespace Koppla.Functions.IncomingCalls;

/// <summary>What others send: unknown members are skipped, for a provider may add some.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(EventEnvelope[]))]
[JsonSerializable(typeof(IncomingCallData))]
[JsonSerializable(typeof(ValidationAnswer))]
internal sealed partial class EventJson : JsonSerializerContext;

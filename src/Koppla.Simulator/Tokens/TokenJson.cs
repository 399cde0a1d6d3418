using System.Text.Json.Serialization;

namespace Koppla.Simulator.Tokens;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IssuerMetadata))]
[JsonSerializable(typeof(PublishedKeySet))]
internal sealed partial class TokenJson : JsonSerializerContext;

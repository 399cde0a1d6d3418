using System.Text.Json.Serialization;
using Koppla.Functions.Calls;
using Koppla.Functions.Numbers;

namespace Koppla.Functions.Api;

/// <summary>Every document of the API. Strict on the way in, no nulls on the way out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16)]
[JsonSerializable(typeof(ForwardingRequest))]
[JsonSerializable(typeof(ForwardingBody))]
[JsonSerializable(typeof(NumberBody))]
[JsonSerializable(typeof(NumberListBody))]
[JsonSerializable(typeof(CallBody))]
[JsonSerializable(typeof(CallListBody))]
internal sealed partial class ApiJson : JsonSerializerContext;

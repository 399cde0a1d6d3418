using System.Text.Json.Serialization;

namespace Koppla.Functions.Calls;

/// <summary>What a call's entity holds as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TraceStepDocument[]))]
[JsonSerializable(typeof(CommandDocument[]))]
internal sealed partial class CallJson : JsonSerializerContext;

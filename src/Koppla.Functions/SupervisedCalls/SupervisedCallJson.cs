using System.Text.Json.Serialization;

namespace Koppla.Functions.SupervisedCalls;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SupervisedCallDocument))]
internal sealed partial class SupervisedCallJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Koppla.Functions.SupervisedCalls;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SupervisedCallDocument))]
internal sealed partial class SupervisedCallJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Koppla.Simulator.Tests.Conformance;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DriverSettings))]
[JsonSerializable(typeof(StepResult))]
internal sealed partial class ConformanceJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Koppla.Functions.ChangeEvents;

/// <summary>What is stored of a webhook, and what it is told.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RetiredSecretDocument[]))]
[JsonSerializable(typeof(ChangeEventData))]
internal sealed partial class WebhookJson : JsonSerializerContext;

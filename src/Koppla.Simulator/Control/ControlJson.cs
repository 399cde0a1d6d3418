using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koppla.Simulator.Control;

[JsonSerializable(typeof(CallBody))]
[JsonSerializable(typeof(CallView))]
[JsonSerializable(typeof(CallView[]))]
[JsonSerializable(typeof(TelephoneBody[]))]
[JsonSerializable(typeof(FaultBody))]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(SubscriptionBody))]
[JsonSerializable(typeof(Problem))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class ControlJson : JsonSerializerContext
{
    public static ControlJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        AllowDuplicateProperties = false,
    });
}

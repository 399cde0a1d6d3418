using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Koppla.Cli.Numbers;
using Koppla.Cli.Users;

namespace Koppla.Cli.Api;

/// <summary>The API's documents, as far as this program reads them. Members that it does not know are let be.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(NumberBody))]
[JsonSerializable(typeof(NumberRequest))]
[JsonSerializable(typeof(AssignmentRequest))]
[JsonSerializable(typeof(ForwardingBody))]
[JsonSerializable(typeof(RangeRequest))]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(ExplainRequest))]
[JsonSerializable(typeof(ExplainBody))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(RestoreRequest))]
internal sealed partial class ApiJson : JsonSerializerContext;

using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>RFC 9457, with the members that ours may have: see <see cref="Problem"/>.</summary>
internal static class ProblemSchema
{
    public const string Name = "Problem";

    public static OpenApiSchema Create() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A failure (RFC 9457).",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Of(JsonSchemaType.String, $"`{Problem.TypePrefix}` and the name of the rule that was broken. It is stable."),
            ["title"] = Of(JsonSchemaType.String, "That name alone."),
            ["status"] = Of(JsonSchemaType.Integer, "The HTTP status."),
            ["detail"] = Of(JsonSchemaType.String, "What is wrong, for people."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "The same by the member or parameter that is at fault.",
                AdditionalProperties = Texts(),
            },
            ["traceId"] = Of(JsonSchemaType.String, "By which the logs tell of the request."),
            ["see"] = Of(JsonSchemaType.String, "The path of what serves instead."),
            ["usedBy"] = Texts("What else makes use of the thing in question."),
            ["candidates"] = Texts("What could have been meant."),
        },
    };

    private static OpenApiSchema Of(JsonSchemaType type, string description) => new() { Type = type, Description = description };

    private static OpenApiSchema Texts(string? description = null) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}

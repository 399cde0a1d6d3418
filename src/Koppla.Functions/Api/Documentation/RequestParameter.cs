using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>Metadata of an endpoint: a parameter of the query, or a header, that it reads from the request by itself.</summary>
internal sealed record RequestParameter(ParameterLocation In, string Name, string Description, OpenApiSchema Schema, bool IsRequired = false)
{
    public static RequestParameter Text(string name, string description, string? format = null, bool isRequired = false) =>
        new(ParameterLocation.Query, name, description, new OpenApiSchema { Type = JsonSchemaType.String, Format = format }, isRequired);

    public static RequestParameter Whole(string name, int least, int most, int unlessTold, string description) =>
        new(ParameterLocation.Query, name, description, new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
            Default = unlessTold,
        });

    public static RequestParameter Word(string name, string description, params IEnumerable<string> words) =>
        new(ParameterLocation.Query, name, description, new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. words.Select(word => (JsonNode)word)],
        });

    public static RequestParameter Flag(string name, string description) =>
        new(ParameterLocation.Query, name, description, new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false });

    public static RequestParameter Header(string name, string description) =>
        new(ParameterLocation.Header, name, description, new OpenApiSchema { Type = JsonSchemaType.String });
}

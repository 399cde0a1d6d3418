using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>
/// Which members a body must have: those that can't be null and have no value unless told, and those that say so. Nulls are never
/// written.
/// </summary>
internal sealed class SchemaConventions : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 })
        {
            var needed = context.JsonTypeInfo.Properties.Where(IsNeeded).Select(property => property.Name);
            schema.Required = needed.ToHashSet(StringComparer.Ordinal) is { Count: > 0 } names ? names : null;
            if (context.JsonTypeInfo.Type.GetCustomAttribute<ExampleAttribute>() is { } example)
            {
                schema.Examples = [JsonNode.Parse(example.Json)!];
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: false) == true
        || (!property.IsGetNullable && property.AssociatedParameter is not { HasDefaultValue: true, DefaultValue: not null });
}

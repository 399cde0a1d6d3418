using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The answers of an operation when all went well. The generator keeps one form for each status; some have several.</summary>
internal static class OperationResults
{
    public static void Apply(OpenApiOperation operation, DescribedEndpoint endpoint, OpenApiDocument document)
    {
        foreach (var results in endpoint.Results.GroupBy(result => result.StatusCode))
        {
            var response = (OpenApiResponse)operation.Responses![results.Key.ToString(CultureInfo.InvariantCulture)];
            var forms = results.SelectMany(result => result.ContentTypes, (result, type) => (Media: type, Body: result.Type!)).Distinct();
            foreach (var form in forms.GroupBy(form => form.Media, form => form.Body, StringComparer.Ordinal))
            {
                response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
                response.Content[form.Key] = new OpenApiMediaType { Schema = SchemaOf([.. form], document) };
            }
        }

        foreach (var form in endpoint.AlternativeForms)
        {
            operation.Responses!["200"].Content![form.MediaType] = new OpenApiMediaType { Schema = SchemaOf([typeof(string)], document) };
        }
    }

    private static IOpenApiSchema SchemaOf(Type[] bodies, OpenApiDocument document) => bodies switch
    {
        [var only] when only == typeof(string) || only == typeof(SseItem<string>) => new OpenApiSchema { Type = JsonSchemaType.String },
        [{ IsGenericType: true } list] => new OpenApiSchema
        {
            Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(list.GenericTypeArguments[0].Name, document),
        },
        [var only] => new OpenApiSchemaReference(only.Name, document),
        _ => new OpenApiSchema { OneOf = [.. bodies.Select(body => new OpenApiSchemaReference(body.Name, document))] },
    };
}

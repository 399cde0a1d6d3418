using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>
/// What is true of every operation by what it is made of, so that no endpoint has to say it: a policy means 401 and 403, a name in the
/// path 404, a body 400, 413 and 415, terms of a change <c>dryRun</c>, <c>If-Match</c> and 412, and so on.
/// </summary>
internal sealed class OperationConventions : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var described = new DescribedEndpoint(context.Description);
        var document = context.Document!;
        operation.Tags = new HashSet<OpenApiTagReference> { new(described.Tag, document) };
        operation.Description = described.Roles;
        operation.Security = described.IsProtected ? [Bearer.Requirement(document)] : [];
        OperationParameters.Apply(operation, described);
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Description = $"At most {described.BodySize} bytes.";
            foreach (var form in described.AlternativeBodies)
            {
                body.Content![form.MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [form.Example] },
                };
            }
        }

        OperationResults.Apply(operation, described, document);
        OperationFailures.Apply(operation, described, document);
        return Task.CompletedTask;
    }
}

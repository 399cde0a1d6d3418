using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class DocumentConventions : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Koppla",
            Version = ApiDocument.Version,
            Description =
                """
                Call forwarding and transfer. A token says who asks and for which organisation; what belongs to another looks like what is not there.

                Bodies are read strictly: unknown and repeated members are refused. Failures are problems (RFC 9457) whose `type` is stable.
                Whatever can be changed has an `ETag`; `If-Match` and `If-None-Match: *` make a change conditional, `?dryRun=true` only tries it.
                An `Idempotency-Key` makes a POST safe to send again. A list goes on with its `continuation`.
                """.ReplaceLineEndings("\n"),
        };
        document.Servers = [new OpenApiServer { Url = "/api" }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[ProblemSchema.Name] = ProblemSchema.Create();
        document.Components.Schemas.Remove("SseItemOfstring"); // the parts of an event, which no JSON has
        Bearer.AddTo(document.Components);
        document.Tags = document.Paths.Values
            .SelectMany(path => path.Operations!.Values)
            .SelectMany(operation => operation.Tags!)
            .Select(tag => tag.Reference.Id!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name }).ToHashSet();
        return Task.CompletedTask;
    }
}

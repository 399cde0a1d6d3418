using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Api.Documentation;

internal static class DocumentationEndpoints
{
    /// <summary>The OpenAPI document and its reference page: open to everyone.</summary>
    public static void MapDocumentation(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"/openapi/{ApiDocument.Version}.json", GetAsync);
        endpoints.MapReferencePage();
    }

    private static async Task<FileContentHttpResult> GetAsync(ApiDocument document, HttpResponse response)
    {
        var (json, tag) = await document.GetAsync();
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(json, "application/json", entityTag: tag);
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The OpenAPI document of the endpoints, made once, when somebody first asks for it.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Version)] IOpenApiDocumentProvider provider)
{
    /// <summary>Of the API, and the group of its endpoints.</summary>
    public const string Version = "v1";

    private readonly Lazy<Task<(byte[] Json, EntityTagHeaderValue Tag)>> made = new(() => MakeAsync(provider));

    public Task<(byte[] Json, EntityTagHeaderValue Tag)> GetAsync() => made.Value;

    private static async Task<(byte[] Json, EntityTagHeaderValue Tag)> MakeAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        var bytes = json.ToArray();
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }
}

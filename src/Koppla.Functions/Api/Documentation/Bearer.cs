using Microsoft.OpenApi;

namespace Koppla.Functions.Api.Documentation;

/// <summary>The security scheme of the document.</summary>
internal static class Bearer
{
    private const string Name = "bearer";

    public static void AddTo(OpenApiComponents components)
    {
        components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        components.SecuritySchemes[Name] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of Entra ID. It says who asks, for which organisation, and in which roles.",
        };
    }

    public static OpenApiSecurityRequirement Requirement(OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(Name, document)] = [] };
}

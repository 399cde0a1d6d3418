using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace Koppla.Functions.Api.Documentation;

/// <summary>
/// The document as a page. Its script comes from this app, and the policy of its answers lets a browser fetch nothing from elsewhere,
/// whatever the script would like.
/// </summary>
internal static class ReferencePage
{
    public static void MapReferencePage(this IEndpointRouteBuilder endpoints) => endpoints
        .MapScalarApiReference("/docs", options => options
            .WithTitle("Koppla")
            .AddDocument(ApiDocument.Version, routePattern: "openapi/{documentName}.json")
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools())
        .AddEndpointFilter(AllowScripts);

    private static ValueTask<object?> AllowScripts(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.OnStarting(SetPolicy, context.HttpContext);
        return next(context);
    }

    private static Task SetPolicy(object state)
    {
        var context = (HttpContext)state;
        if (context.Items[ScalarOptions.NonceHttpContextItemKey] is not { } nonce)
        {
            return Task.CompletedTask; // a script, and no page
        }

        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
            "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Task.CompletedTask;
    }
}

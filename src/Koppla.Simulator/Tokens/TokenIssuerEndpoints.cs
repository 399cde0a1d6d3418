using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Tokens;

public static class TokenIssuerEndpoints
{
    private const string CallbackKeys = "calling/keys";
    private const string EntraKeys = "discovery/v2.0/keys";

    /// <summary>Serves what a validator reads: OpenID metadata and public keys, at the paths of Call Automation and of Entra ID.</summary>
    public static IEndpointRouteBuilder MapTokenIssuer(this IEndpointRouteBuilder endpoints, TokenIssuer issuer)
    {
        endpoints.MapGet("/calling/.well-known/acsopenidconfiguration", () => Metadata(issuer.CallbackIssuer, CallbackKeys));
        endpoints.MapGet("/organizations/v2.0/.well-known/openid-configuration", () => Metadata(issuer.EntraIssuer("{tenantid}"), EntraKeys));
        endpoints.MapGet("/{tenant:guid}/v2.0/.well-known/openid-configuration", (Guid tenant) => Metadata(issuer.EntraIssuer(tenant.ToString()), EntraKeys));

        endpoints.MapGet($"/{CallbackKeys}", (CancellationToken cancellation) => Keys(TokenAuthority.CallAutomation, cancellation));
        endpoints.MapGet($"/{EntraKeys}", (CancellationToken cancellation) => Keys(TokenAuthority.Entra, cancellation));
        return endpoints;

        IResult Metadata(string name, string keys) =>
            TypedResults.Json(new IssuerMetadata(name, new Uri(issuer.BaseAddress, keys)), TokenJson.Default.IssuerMetadata);

        async Task<IResult> Keys(TokenAuthority authority, CancellationToken cancellation)
        {
            await issuer.WaitBeforeKeys(cancellation);
            return issuer.KeysFail
                ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Json(PublishedKeySet.Of(issuer.PublishedKeys(authority)), TokenJson.Default.PublishedKeySet);
        }
    }
}

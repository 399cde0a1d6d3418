using Koppla.Simulator.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tests.Tokens;

/// <summary>A token issuer on a loopback port, and a validator that knows it by its metadata address alone.</summary>
internal sealed class ServedIssuer : IAsyncDisposable
{
    public const string CallbackMetadata = "calling/.well-known/acsopenidconfiguration";
    public const string OrganizationsMetadata = "organizations/v2.0/.well-known/openid-configuration";

    private readonly WebApplication server;

    private ServedIssuer(WebApplication server, TokenIssuer issuer) => (this.server, Issuer) = (server, issuer);

    public TokenIssuer Issuer { get; }

    public HttpClient Http { get; } = new();

    public static async Task<ServedIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new TokenIssuer(TimeProvider.System);
        app.MapTokenIssuer(issuer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        issuer.BaseAddress = new Uri(app.Urls.Single());
        return new ServedIssuer(app, issuer) { Http = { BaseAddress = issuer.BaseAddress } };
    }

    /// <summary>Null when the token is good, else the name of what is wrong.</summary>
    public async Task<string?> Fault(string token, string metadata, string audience, string? issuer = null)
    {
        var discovered = new ConfigurationManager<OpenIdConnectConfiguration>(
            new Uri(Issuer.BaseAddress, metadata).ToString(),
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(Http) { RequireHttps = false });
        var configuration = await discovered.GetConfigurationAsync(TestContext.Current.CancellationToken);
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer ?? configuration.Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = ["RS256"],
            ClockSkew = TimeSpan.FromSeconds(10),
        });
        return result.Exception?.GetType().Name;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
        Issuer.Dispose();
    }
}

using Koppla.Functions.Health;
using Koppla.Functions.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Functions.Security;

internal static class TokenServices
{
    /// <summary>How far clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>Often enough to know that an issuer is away before it rolls its keys.</summary>
    private static readonly TimeSpan KeysAreFresh = TimeSpan.FromHours(1);

    public static IServiceCollection AddTokenValidation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISecretSource, SecretSource>();
        services.AddAuthentication(Schemes.Api)
            .AddTokens(Schemes.Api, "api-keys", KnownIssuer.Entra, configuration)
            .AddTokens(Schemes.EventGrid, "event-grid-keys", KnownIssuer.Entra, configuration)
            .AddTokens(Schemes.CallEvents, "call-event-keys", KnownIssuer.CallAutomation, configuration);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Administrator, policy => policy
                .AddAuthenticationSchemes(Schemes.Api)
                .RequireAssertion(context => Person.From(context.User) is not null)
                .RequireRole(Policies.AdministratorRole))
            .AddPolicy(Policies.Member, policy => policy
                .AddAuthenticationSchemes(Schemes.Api)
                .RequireAssertion(context => Person.From(context.User) is not null)
                .RequireRole(Policies.UserRole, Policies.AdministratorRole));
        return services;
    }

    private static AuthenticationBuilder AddTokens(
        this AuthenticationBuilder builder, string scheme, string readiness, KnownIssuer issuer, IConfiguration configuration)
    {
        builder.Services.AddSettings<TokenOptions>(
            configuration, scheme, scheme, tokens => (tokens.Issuer, tokens.MetadataAddress) = (issuer.Name, issuer.Metadata));
        builder.Services.AddOptions<JwtBearerOptions>(scheme)
            .Configure<IOptionsMonitor<TokenOptions>>((jwt, tokens) => Configure(jwt, tokens.Get(scheme)));
        builder.Services.AddKeyedSingleton<SigningKeys>(scheme);
        builder.AddJwtBearer(scheme, _ => { });
        builder.Services.AddOptions<JwtBearerOptions>(scheme).PostConfigure<IServiceProvider>((jwt, services) =>
            jwt.ConfigurationManager = Manager(jwt, services.GetRequiredKeyedService<SigningKeys>(scheme)));
        builder.Services.AddReadiness<SigningKeysHealthCheck>(readiness, scheme);
        return builder;
    }

    /// <summary>As the handler makes it for itself, with keys that tell how they are.</summary>
    private static ConfigurationManager<OpenIdConnectConfiguration> Manager(JwtBearerOptions jwt, SigningKeys keys) =>
        new(jwt.MetadataAddress, keys, new HttpDocumentRetriever(jwt.Backchannel) { RequireHttps = jwt.RequireHttpsMetadata })
        {
            AutomaticRefreshInterval = jwt.AutomaticRefreshInterval,
            RefreshInterval = jwt.RefreshInterval,
        };

    private static void Configure(JwtBearerOptions jwt, TokenOptions tokens)
    {
        jwt.MetadataAddress = tokens.MetadataAddress!.AbsoluteUri;
        jwt.RequireHttpsMetadata = !tokens.MetadataAddress.IsLoopback;
        jwt.AutomaticRefreshInterval = KeysAreFresh;
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = tokens.Audience,
            IssuerValidator = new IssuerTemplate(tokens.Issuer!).Validate,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            NameClaimType = "name",
            RoleClaimType = Claims.Roles,
        };
    }
}

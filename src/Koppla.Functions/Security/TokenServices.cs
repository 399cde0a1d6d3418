using Koppla.Functions.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Functions.Security;

internal static class TokenServices
{
    /// <summary>How far clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddTokenValidation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISecretSource, SecretSource>();
        services.AddAuthentication(Schemes.Api)
            .AddTokens(Schemes.Api, KnownIssuer.Entra, configuration)
            .AddTokens(Schemes.EventGrid, KnownIssuer.Entra, configuration)
            .AddTokens(Schemes.CallEvents, KnownIssuer.CallAutomation, configuration);
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
        this AuthenticationBuilder builder, string scheme, KnownIssuer issuer, IConfiguration configuration)
    {
        builder.Services.AddSettings<TokenOptions>(
            configuration, scheme, scheme, tokens => (tokens.Issuer, tokens.MetadataAddress) = (issuer.Name, issuer.Metadata));
        builder.Services.AddOptions<JwtBearerOptions>(scheme)
            .Configure<IOptionsMonitor<TokenOptions>>((jwt, tokens) => Configure(jwt, tokens.Get(scheme)));
        return builder.AddJwtBearer(scheme, _ => { });
    }

    private static void Configure(JwtBearerOptions jwt, TokenOptions tokens)
    {
        jwt.MetadataAddress = tokens.MetadataAddress!.AbsoluteUri;
        jwt.RequireHttpsMetadata = !tokens.MetadataAddress.IsLoopback;
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

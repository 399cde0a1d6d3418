using Koppla.Functions.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Functions.Tests.Security;

public sealed class IssuerTemplateTests
{
    private const string Template = "https://login.example/{tenantid}/v2.0";

    [Fact]
    public void The_issuer_is_the_templates_for_the_tokens_own_tenant() =>
        Assert.Equal("https://login.example/a/v2.0", Validate(Template, "https://login.example/a/v2.0", "a"));

    [Fact]
    public void A_template_without_a_tenant_is_one_issuer() =>
        Assert.Equal("https://one.example/", Validate("https://one.example/", "https://one.example/", null));

    [Theory]
    [InlineData("https://login.example/b/v2.0", "a")]
    [InlineData("https://login.example/a/v2.0/", "a")]
    [InlineData("https://LOGIN.example/a/v2.0", "a")]
    [InlineData("https://evil.example/a/v2.0", "a")]
    [InlineData("https://login.example/{tenantid}/v2.0", "a")]
    [InlineData("https://login.example/a/v2.0", null)]
    [InlineData("", "a")]
    public void Any_other_issuer_is_refused(string issuer, string? tenant) =>
        Assert.Throws<SecurityTokenInvalidIssuerException>(() => Validate(Template, issuer, tenant));

    private static string Validate(string template, string issuer, string? tenant)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        if (tenant is not null)
        {
            claims["tid"] = tenant;
        }

        var token = new JsonWebToken(new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Claims = claims }));
        return new IssuerTemplate(template).Validate(issuer, token, new TokenValidationParameters());
    }
}

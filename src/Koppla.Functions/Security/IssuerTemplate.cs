using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Functions.Security;

/// <summary>Checks the issuer of a token against a template: every tenant has an issuer of its own.</summary>
internal sealed class IssuerTemplate(string template)
{
    private const string Placeholder = "{tenantid}";

    public string Validate(string issuer, SecurityToken token, TokenValidationParameters parameters)
    {
        var tenant = token is JsonWebToken jwt && jwt.TryGetPayloadValue<string>(Claims.Tenant, out var claim) ? claim : "";
        var expected = template.Replace(Placeholder, tenant, StringComparison.Ordinal);
        return string.Equals(issuer, expected, StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The issuer is not the one expected.") { InvalidIssuer = issuer };
    }
}

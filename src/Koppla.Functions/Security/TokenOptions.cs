using System.ComponentModel.DataAnnotations;

namespace Koppla.Functions.Security;

/// <summary>
/// Which tokens are taken: sections <c>Api</c> (people) and <c>EventGrid</c> (deliveries). Both are Entra tokens in the
/// cloud, and come from the simulator's issuer locally, through the same validation.
/// </summary>
internal sealed class TokenOptions
{
    /// <summary>The issuer; <c>{tenantid}</c> in it stands for the tenant of the token.</summary>
    [Required]
    public string Issuer { get; init; } = "https://login.microsoftonline.com/{tenantid}/v2.0";

    /// <summary>Where the issuer's keys are found (OpenID Connect metadata).</summary>
    [Required]
    public Uri MetadataAddress { get; init; } =
        new("https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration");

    /// <summary>Whom the tokens are for: this app's registration.</summary>
    [Required]
    public string? Audience { get; init; }
}

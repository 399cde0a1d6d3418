using System.ComponentModel.DataAnnotations;
using Koppla.Functions.Settings;

namespace Koppla.Functions.Security;

/// <summary>
/// Which tokens are taken: sections <c>Api</c> (people), <c>EventGrid</c> (incoming calls) and <c>CallEvents</c> (events of calls).
/// In the cloud they have their <see cref="KnownIssuer"/>, and locally that of the simulator, through the same validation.
/// </summary>
internal sealed class TokenOptions
{
    /// <summary>The issuer; <c>{tenantid}</c> in it stands for the tenant of the token.</summary>
    [Required(ErrorMessage = "{0} is empty: the issuer of the tokens.")]
    public string? Issuer { get; set; }

    /// <summary>Where the issuer's keys are found (OpenID Connect metadata).</summary>
    [Required(ErrorMessage = "{0} is empty: where the issuer's keys are found.")]
    [ReachableAddress(MayHaveQuery = true)]
    public Uri? MetadataAddress { get; set; }

    /// <summary>Whom the tokens are for: this app's registration, or for <c>CallEvents</c> the provider's immutable resource id.</summary>
    [Required(ErrorMessage = "{0} is missing: whom the tokens are for.")]
    public string? Audience { get; set; }
}

namespace Koppla.Functions.Security;

/// <summary>Who issues the tokens of a scheme in the cloud: what is taken unless the configuration says otherwise.</summary>
/// <param name="Name">As in <see cref="TokenOptions.Issuer"/>.</param>
/// <param name="Metadata">As in <see cref="TokenOptions.MetadataAddress"/>.</param>
internal sealed record KnownIssuer(string Name, Uri Metadata)
{
    /// <summary>People, and the deliveries of Event Grid.</summary>
    public static readonly KnownIssuer Entra = new(
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        new Uri("https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration"));

    /// <summary>The events of calls; it has no tenants.</summary>
    public static readonly KnownIssuer CallAutomation = new(
        "https://acscallautomation.communication.azure.com",
        new Uri("https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration"));
}

using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tokens;

/// <summary>The public half of one signing key. Member names are those of RFC 7517 and RFC 7518.</summary>
internal sealed record PublishedKey(string Kty, string Use, string Alg, string Kid, string N, string E)
{
    public static PublishedKey Of(RsaSecurityKey key) =>
        new("RSA", "sig", "RS256", key.KeyId, Base64UrlEncoder.Encode(key.Parameters.Modulus), Base64UrlEncoder.Encode(key.Parameters.Exponent));
}

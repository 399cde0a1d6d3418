using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tokens;

/// <summary>A JSON web key set (RFC 7517) of RSA public keys.</summary>
internal sealed record PublishedKeySet(IReadOnlyList<PublishedKey> Keys)
{
    public static PublishedKeySet Of(IEnumerable<RsaSecurityKey> keys) => new([.. keys.Select(PublishedKey.Of)]);
}

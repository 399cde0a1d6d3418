using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tokens;

/// <summary>The signing keys of one authority: the current one first, then the older ones still published.</summary>
internal sealed class KeyRing : IDisposable
{
    private const int KeyBits = 2048;

    private readonly InMemoryCryptoProviderCache signers = new();
    private readonly CryptoProviderFactory factory;
    private readonly Lazy<RsaSecurityKey> stranger;
    private ImmutableArray<RsaSecurityKey> published;

    /// <param name="first">The key to begin with; keys are slow to make, so issuers of one process share their first ones.</param>
    public KeyRing(RSAParameters first)
    {
        factory = new CryptoProviderFactory(signers);
        stranger = new(() => NewKey());
        published = [Key(first)];
    }

    public ImmutableArray<RsaSecurityKey> Published => published;

    public void Roll(bool keepOld)
    {
        var key = NewKey();
        ImmutableInterlocked.Update(ref published, old => keepOld ? old.Insert(0, key) : [key]);
    }

    /// <summary>Null for a token without a signature.</summary>
    public SigningCredentials? Credentials(TokenSigning signing)
    {
        var current = published[0];
        return signing switch
        {
            TokenSigning.Published => new(current, SecurityAlgorithms.RsaSha256),
            TokenSigning.None => null,
            TokenSigning.PublicKeyAsSecret => new(PublicKeyAsSecret(current), SecurityAlgorithms.HmacSha256),
            TokenSigning.UnknownKey => new(stranger.Value, SecurityAlgorithms.RsaSha256),
            TokenSigning.BorrowedKeyId => new(NewKey(current.KeyId), SecurityAlgorithms.RsaSha256),
            _ => throw new ArgumentOutOfRangeException(nameof(signing), signing, "Not a way to sign."),
        };
    }

    public void Dispose() => signers.Dispose();

    public static RSAParameters NewParameters()
    {
        using var rsa = RSA.Create(KeyBits);
        return rsa.ExportParameters(includePrivateParameters: true);
    }

    private RsaSecurityKey NewKey(string? keyId = null) => Key(NewParameters(), keyId);

    private RsaSecurityKey Key(RSAParameters parameters, string? keyId = null) => new(parameters)
    {
        KeyId = keyId ?? Guid.NewGuid().ToString("N"),
        CryptoProviderFactory = factory,
    };

    private static SymmetricSecurityKey PublicKeyAsSecret(RsaSecurityKey key)
    {
        using var rsa = RSA.Create(key.Parameters);
        return new SymmetricSecurityKey(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = key.KeyId };
    }
}

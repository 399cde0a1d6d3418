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

    public KeyRing()
    {
        factory = new CryptoProviderFactory(signers);
        stranger = new(() => NewKey());
        published = [NewKey()];
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

    private RsaSecurityKey NewKey(string? keyId = null)
    {
        using var rsa = RSA.Create(KeyBits);
        return new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true))
        {
            KeyId = keyId ?? Guid.NewGuid().ToString("N"),
            CryptoProviderFactory = factory,
        };
    }

    private static SymmetricSecurityKey PublicKeyAsSecret(RsaSecurityKey key)
    {
        using var rsa = RSA.Create(key.Parameters);
        return new SymmetricSecurityKey(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem())) { KeyId = key.KeyId };
    }
}

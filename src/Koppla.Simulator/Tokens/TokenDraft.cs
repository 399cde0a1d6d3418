namespace Koppla.Simulator.Tokens;

/// <summary>What a token shall say, before it is signed by <see cref="TokenIssuer.Forge"/>. Times count in whole seconds; <c>NotBefore</c> is also the
/// time of issue, and <c>Expires</c> must not lie before it.</summary>
public sealed record TokenDraft(
    TokenAuthority Authority,
    string Issuer,
    string Audience,
    DateTimeOffset NotBefore,
    DateTimeOffset Expires,
    IReadOnlyDictionary<string, object> Claims)
{
    public TokenSigning Signing { get; init; } = TokenSigning.Published;
}

namespace Koppla.Simulator.Tokens;

/// <summary>How a token is signed; all but the first must be refused by whoever receives it.</summary>
public enum TokenSigning
{
    /// <summary>RS256 with the current, published key.</summary>
    Published,

    /// <summary><c>alg: none</c> and no signature.</summary>
    None,

    /// <summary>HS256 with the published public key (PEM) as the secret: the algorithm confusion attack.</summary>
    PublicKeyAsSecret,

    /// <summary>RS256 with a key that is not published, under a <c>kid</c> that is not either.</summary>
    UnknownKey,

    /// <summary>RS256 with a key that is not published, under the <c>kid</c> of the one that is.</summary>
    BorrowedKeyId,
}

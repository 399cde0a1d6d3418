using System.Buffers.Text;
using System.Text.Json;

namespace Koppla.Cli.Api;

/// <summary>What a token says of itself, unproven: enough to tell people what it lacks.</summary>
/// <param name="Expires">Null: it does not say.</param>
internal sealed record TokenFacts(DateTimeOffset? Expires, IReadOnlyList<string> Roles)
{
    private static readonly TokenFacts None = new(null, []);

    public static TokenFacts Of(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _]
                && JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), ApiJson.Default.TokenClaims) is { } claims
                ? new TokenFacts(InstantOf(claims.Exp), claims.Roles ?? [])
                : None;
        }
        catch (Exception unread) when (unread is FormatException or JsonException)
        {
            return None;
        }
    }

    private static DateTimeOffset? InstantOf(long? seconds) =>
        seconds is >= 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Koppla.Simulator.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Rest;

/// <summary>Checks the signature of a request, or its Entra token.</summary>
internal sealed class Authenticator(byte[] key, TokenIssuer tokens, TimeProvider time)
{
    private const string Scheme = "HMAC-SHA256 ";
    private const string BearerScheme = "Bearer ";
    private const string Audience = "https://communication.azure.com";
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler reader = new();

    /// <summary>Why the request is refused, or null.</summary>
    public async ValueTask<string?> RefuseAsync(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
            return await RefuseTokenAsync(authorization[BearerScheme.Length..].Trim());
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? RefuseSignature(request, body.Span, authorization[Scheme.Length..])
            : "The Authorization header is missing.";
    }

    private string? RefuseSignature(HttpRequest request, ReadOnlySpan<byte> body, string parameters)
    {
        const string marker = "Signature=";
        var start = parameters.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        var date = request.Headers["x-ms-date"].ToString();
        if (start < 0 || !DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent))
            return "The signature or x-ms-date is missing.";
        if ((time.GetUtcNow() - sent).Duration() > MostSkew)
            return "x-ms-date is more than 5 minutes off.";

        var hash = Convert.ToBase64String(SHA256.HashData(body));
        if (!string.Equals(hash, request.Headers["x-ms-content-sha256"], StringComparison.Ordinal))
            return "x-ms-content-sha256 is not the hash of the body.";

        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var text = $"{request.Method.ToUpperInvariant()}\n{target}\n{date};{request.Host.Value};{hash}";
        var expected = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(parameters[(start + marker.Length)..]))
            ? null
            : "The signature does not match.";
    }

    private async Task<string?> RefuseTokenAsync(string token)
    {
        var result = await reader.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false, // every tenant's token is signed with the same key here
            ValidAudiences = [Audience, Audience + "/"],
            IssuerSigningKeys = tokens.PublishedKeys(TokenAuthority.Entra),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (from, until, _, _) => from <= time.GetUtcNow().UtcDateTime.Add(MostSkew) && until >= time.GetUtcNow().UtcDateTime,
        });
        return result.IsValid ? null : "The token is not valid.";
    }
}

using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Security;

/// <summary>Tokens made by somebody who has a right one of another person, all that is published, and keys of his own.</summary>
public sealed class CraftedTokenTests(ApiFixture fixture)
{
    private static readonly RSA StrangersKey = RSA.Create(2048);
    private static readonly ECDsa StrangersCurve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly Dictionary<string, Func<Parts, string>> Forgeries = new(StringComparer.Ordinal)
    {
        ["another tenant in the payload"] = parts => parts.With(payload => payload["tid"] = Guid.NewGuid().ToString()).Signed(parts.Signature),
        ["another role in the payload"] = parts => parts.With(payload => payload["roles"] = new JsonArray("Koppla.Admin", "x")).Signed(parts.Signature),
        ["a longer life in the payload"] = parts => parts.With(payload => payload["exp"] = 4_000_000_000).Signed(parts.Signature),
        ["no signature"] = parts => parts.Signed(""),
        ["two parts"] = parts => $"{parts.Header}.{parts.Payload}",
        ["a signature cut short"] = parts => parts.Signed(parts.Signature[..^4]),
        ["the signature of another token"] = parts => parts.Signed(parts.OtherSignature),
        ["alg None"] = parts => parts.Under("""{"alg":"None","typ":"JWT"}""").Signed(""),
        ["alg nOnE with the signature"] = parts => parts.Under("""{"alg":"nOnE","typ":"JWT"}""").Signed(parts.Signature),
        ["no alg"] = parts => parts.Under("""{"typ":"JWT"}""").Signed(parts.Signature),
        ["alg twice"] = parts => parts.Under("""{"alg":"RS256","alg":"none","typ":"JWT"}""").Signed(""),
        ["RS512 of a stranger"] = parts => Rsa(parts, "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ["PS256 of a stranger"] = parts => Rsa(parts, "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ["ES256 of a stranger"] = parts => parts.Under(Header(parts, "ES256")).Signed(
            bytes => StrangersCurve.SignData(bytes, HashAlgorithmName.SHA256)),
        ["HS256 with an empty secret"] = parts => Hmac(parts, []),
        ["HS256 with the key id as secret"] = parts => Hmac(parts, Encoding.UTF8.GetBytes(parts.KeyId)),
        ["a stranger's key in the header"] = parts => Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, $",\"jwk\":{Jwk()}"),
        ["a stranger's key set in the header"] = parts =>
            Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, ",\"jku\":\"http://127.0.0.1:9/keys\""),
        ["a stranger's certificate in the header"] = parts =>
            Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, ",\"x5u\":\"http://127.0.0.1:9/cert\",\"x5c\":[\"AAAA\"]"),
        ["a path as key id"] = parts => Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, "", "../../../dev/null"),
        ["a query as key id"] = parts => Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, "", "x' or '1'='1"),
        ["no key id"] = parts => Rsa(parts, "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, "", null),
        ["five parts"] = parts => $"{parts.Header}.{parts.Payload}.{parts.Signature}.{parts.Payload}.{parts.Signature}",
        ["a payload that is no object"] = parts => $"{parts.Header}.{Encode("[1]")}.{parts.Signature}",
        ["a header that is no JSON"] = parts => $"{Encode("alg")}.{parts.Payload}.{parts.Signature}",
        ["very long"] = parts => $"{parts.Header}.{parts.Payload}{new string('A', 20_000)}.{parts.Signature}",
    };

    public static TheoryData<string> Crafted => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Crafted))]
    public async Task A_crafted_token_opens_nothing(string forgery)
    {
        var right = Token("Karin Admin");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(right));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Forgeries[forgery](Parts.Of(right, Token("Bo Admin")))));
    }

    [Fact]
    public async Task A_right_token_in_another_place_or_scheme_opens_nothing()
    {
        using var client = new HttpClient { BaseAddress = new Uri(fixture.Host.BaseAddress, "api/v1/") };
        var token = Token("Karin Admin");

        Assert.Equal(HttpStatusCode.Unauthorized, await client.GetAsync($"numbers?access_token={token}", Cancellation).StatusAsync());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
        Assert.Equal(HttpStatusCode.Unauthorized, await client.GetAsync("numbers", Cancellation).StatusAsync());
    }

    [Fact]
    public async Task A_token_of_keys_that_are_rolled_in_opens_after_a_look_and_one_of_keys_rolled_out_does_not()
    {
        await using var issuer = await ServedIssuer.StartAsync();
        var before = issuer.Tokens.PersonToken(Guid.NewGuid(), Guid.NewGuid(), "Karin", [Policies.AdministratorRole], ApiHost.Audience);
        issuer.Tokens.RollKeys(keepOld: false);
        await using var host = await ApiHost.StartAsync(fixture.ConnectionString, issuer.Tokens);
        var after = issuer.Tokens.PersonToken(Guid.NewGuid(), Guid.NewGuid(), "Karin", [Policies.AdministratorRole], ApiHost.Audience);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(after, host));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(before, host));
    }

    private string Token(string name) =>
        fixture.Issuer.Tokens.PersonToken(Guid.NewGuid(), Guid.NewGuid(), name, [Policies.AdministratorRole], ApiHost.Audience);

    private async Task<HttpStatusCode> StatusAsync(string token, ApiHost? host = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri((host ?? fixture.Host).BaseAddress, "api/v1/") };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await client.GetAsync("numbers", Cancellation).StatusAsync();
    }

    private static string Rsa(
        Parts parts, string algorithm, HashAlgorithmName hash, RSASignaturePadding padding, string members = "", string? keyId = "") =>
        parts.Under(Header(parts, algorithm, members, keyId)).Signed(bytes => StrangersKey.SignData(bytes, hash, padding));

    private static string Hmac(Parts parts, byte[] secret) =>
        parts.Under(Header(parts, "HS256")).Signed(bytes => HMACSHA256.HashData(secret, bytes));

    private static string Header(Parts parts, string algorithm, string members = "", string? keyId = "") =>
        $$"""{"alg":"{{algorithm}}","typ":"JWT"{{(keyId is null ? "" : $",\"kid\":\"{(keyId.Length == 0 ? parts.KeyId : keyId)}\"")}}{{members}}}""";

    private static string Jwk()
    {
        var key = StrangersKey.ExportParameters(false);
        return $$"""{"kty":"RSA","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}""";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private sealed record Parts(string Header, string Payload, string Signature, string OtherSignature)
    {
        public string KeyId => JsonNode.Parse(Base64Url.DecodeFromChars(Header))!["kid"]!.GetValue<string>();

        public static Parts Of(string token, string other) =>
            token.Split('.') is [var header, var payload, var signature] ? new(header, payload, signature, other.Split('.')[2]) : throw new ArgumentException("Not a token.", nameof(token));

        public Parts With(Action<JsonObject> change)
        {
            var payload = JsonNode.Parse(Base64Url.DecodeFromChars(Payload))!.AsObject();
            change(payload);
            return this with { Payload = Encode(payload.ToJsonString()) };
        }

        public Parts Under(string header) => this with { Header = Encode(header) };

        public string Signed(string signature) => $"{Header}.{Payload}.{signature}";

        public string Signed(Func<byte[], byte[]> sign) => Signed(Base64Url.EncodeToString(sign(Encoding.UTF8.GetBytes($"{Header}.{Payload}"))));
    }
}

using Koppla.Functions.Security;
using Microsoft.IdentityModel.Protocols;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Security;

public sealed class SigningKeysTests
{
    private const string Keys = """{"keys":[{"kty":"RSA","use":"sig","kid":"1","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u","e":"AQAB"}]}""";

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 9, 0));
    private readonly Issuer issuer = new();
    private readonly SigningKeys keys;

    public SigningKeysTests() => keys = new SigningKeys(clock);

    [Fact]
    public async Task An_issuer_that_gives_its_keys_is_not_away()
    {
        await FetchAsync();

        Assert.False(keys.AreAway);
    }

    [Fact]
    public async Task An_issuer_that_fails_is_away()
    {
        await FetchAsync();
        issuer.Answer = null;
        await Assert.ThrowsAsync<InvalidOperationException>(FetchAsync);

        Assert.True(keys.AreAway);
    }

    [Fact]
    public async Task An_issuer_without_keys_is_away_so_that_the_last_good_ones_stay()
    {
        await FetchAsync();
        issuer.Answer = """{"keys":[]}""";

        await Assert.ThrowsAsync<InvalidOperationException>(FetchAsync);
        Assert.True(keys.AreAway);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_asked_again_after_ten_seconds_while_its_keys_are_held()
    {
        await FetchAsync();
        issuer.Answer = null;
        await Assert.ThrowsAsync<InvalidOperationException>(FetchAsync);
        var asked = issuer.Asked;
        issuer.Answer = Keys;

        clock.AdvanceSeconds(9);
        await Assert.ThrowsAsync<InvalidOperationException>(FetchAsync);
        Assert.Equal(asked, issuer.Asked);

        clock.AdvanceSeconds(1);
        await FetchAsync();
        Assert.False(keys.AreAway);
    }

    [Fact]
    public async Task An_issuer_whose_keys_have_never_been_had_is_asked_at_once()
    {
        issuer.Answer = null;
        await Assert.ThrowsAsync<InvalidOperationException>(FetchAsync);
        issuer.Answer = Keys;

        await FetchAsync();

        Assert.False(keys.AreAway);
    }

    private Task FetchAsync() => keys.GetConfigurationAsync("https://issuer.example/metadata", issuer, TestContext.Current.CancellationToken);

    /// <summary>Without an answer it fails.</summary>
    private sealed class Issuer : IDocumentRetriever
    {
        public string? Answer { get; set; } = Keys;

        public int Asked { get; private set; }

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            Asked++;
            var document = address.EndsWith("keys", StringComparison.Ordinal) ? Answer : """{"issuer":"https://issuer.example","jwks_uri":"https://issuer.example/keys"}""";
            return Task.FromResult(document ?? throw new InvalidOperationException("The issuer is away."));
        }
    }
}

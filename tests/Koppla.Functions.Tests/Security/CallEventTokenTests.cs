using System.Net.Http.Headers;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;
using Koppla.Simulator.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.Security;

/// <summary>Tokens right and wrong against the check of the events of calls.</summary>
public sealed class CallEventTokenTests(ApiFixture fixture)
{
    private static readonly Dictionary<string, Func<TokenDraft, TokenDraft>> Wrongs = new(StringComparer.Ordinal)
    {
        ["no signature"] = draft => draft with { Signing = TokenSigning.None },
        ["public key as secret"] = draft => draft with { Signing = TokenSigning.PublicKeyAsSecret },
        ["borrowed key id"] = draft => draft with { Signing = TokenSigning.BorrowedKeyId },
        ["other resource"] = draft => draft with { Audience = Guid.NewGuid().ToString() },
        ["other issuer"] = draft => draft with { Issuer = "https://evil.example/" },
        ["issuer and a slash"] = draft => draft with { Issuer = draft.Issuer + "/" },
        ["expired"] = draft => draft with { NotBefore = draft.NotBefore.AddMinutes(-10), Expires = draft.NotBefore.AddSeconds(-90) },
        ["not yet valid"] = draft => draft with { NotBefore = draft.NotBefore.AddSeconds(120) },
    };

    public static TheoryData<string> WrongTokens => [.. Wrongs.Keys];

    [Fact]
    public async Task A_right_token_is_valid() =>
        Assert.Equal("Valid", await CheckAsync(fixture.Issuer.Tokens.CallbackToken(ApiHost.CallEventsAudience)));

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_token_with_one_thing_wrong_is_invalid(string wrong) =>
        Assert.Equal("Invalid", await CheckAsync(fixture.Issuer.Tokens.Forge(Wrongs[wrong](Draft()))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_is_invalid(string? token) => Assert.Equal("Invalid", await CheckAsync(token));

    [Fact]
    public async Task An_unknown_key_may_be_one_that_was_just_rolled_in()
    {
        Assert.Equal("CannotTell", await CheckAsync(fixture.Issuer.Tokens.Forge(Draft() with { Signing = TokenSigning.UnknownKey })));
        Assert.Equal(
            "Invalid", await CheckAsync(fixture.Issuer.Tokens.Forge(Wrongs["expired"](Draft()) with { Signing = TokenSigning.UnknownKey })));
    }

    [Fact]
    public async Task The_tokens_of_one_door_do_not_open_the_other()
    {
        var tokens = fixture.Issuer.Tokens;

        Assert.NotEqual("Valid", await CheckAsync(tokens.EventGridToken(ApiHost.EventGridAudience)));
        Assert.NotEqual("Valid", await CheckAsync(tokens.EventGridToken(ApiHost.CallEventsAudience)));
        Assert.NotEqual("Valid", await CheckAsync(tokens.CallbackToken(ApiHost.EventGridAudience), "token-of-event-grid"));
    }

    [Theory]
    [InlineData(Schemes.Api, "https://login.microsoftonline.com/{tenantid}/v2.0", "https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration")]
    [InlineData(Schemes.EventGrid, "https://login.microsoftonline.com/{tenantid}/v2.0", "https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration")]
    [InlineData(Schemes.CallEvents, "https://acscallautomation.communication.azure.com", "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration")]
    public void Every_scheme_has_its_issuer_of_the_cloud(string scheme, string issuer, string metadata)
    {
        var options = OptionsOf(scheme, [KeyValuePair.Create<string, string?>($"{scheme}:Audience", "whom")]);

        Assert.Equal((issuer, metadata, "whom"), (options.Issuer, options.MetadataAddress!.AbsoluteUri, options.Audience));
    }

    [Fact]
    public void The_configuration_can_name_another_issuer()
    {
        var options = OptionsOf(Schemes.CallEvents,
        [
            KeyValuePair.Create<string, string?>("CallEvents:Audience", "whom"),
            KeyValuePair.Create<string, string?>("CallEvents:Issuer", "http://127.0.0.1/calling"),
            KeyValuePair.Create<string, string?>("CallEvents:MetadataAddress", "http://127.0.0.1/keys"),
        ]);

        Assert.Equal(("http://127.0.0.1/calling", "http://127.0.0.1/keys"), (options.Issuer, options.MetadataAddress!.AbsoluteUri));
    }

    [Fact]
    public void Without_an_audience_the_app_does_not_start() =>
        Assert.Throws<OptionsValidationException>(() => OptionsOf(Schemes.CallEvents, []));

    private static TokenOptions OptionsOf(string scheme, KeyValuePair<string, string?>[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddTokenValidation(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptionsMonitor<TokenOptions>>().Get(scheme);
    }

    private TokenDraft Draft() => fixture.Issuer.Tokens.CallbackDraft(ApiHost.CallEventsAudience);

    private async Task<string> CheckAsync(string? token, string door = "token-of-call-event")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(fixture.Host.BaseAddress, door));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

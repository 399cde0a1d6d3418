using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Koppla.Functions.Tests.Api;
using Koppla.Simulator.Tokens;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Health;

/// <summary>What a probe is told, by the app with something away.</summary>
public sealed class ReadyTests(ApiFixture fixture)
{
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    private static readonly (string, string)[] WithIdentity =
        [("Provider:ConnectionString", ""), ("Provider:Endpoint", "https://provider.example/")];

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 9, 0));

    [Fact]
    public async Task With_all_that_it_needs_it_is_healthy()
    {
        var (status, body) = await ReadyAsync(fixture.Host);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("healthy", (string)JsonNode.Parse(body)!["status"]!);
        Assert.Equal(["api-keys", "call-event-keys", "event-grid-keys", "provider", "storage"], Parts(body, "healthy"));
    }

    [Fact]
    public async Task The_process_is_alive_whatever_is_away()
    {
        await using var host = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);

        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy"}"""), await GetAsync(host, "live"));
    }

    [Fact]
    public async Task Without_storage_it_is_unhealthy_and_tells_no_reason()
    {
        await using var host = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);

        var (status, body) = await ReadyAsync(host);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["storage"], Parts(body, "unhealthy"));
        Assert.Equal(["checks", "name", "status"], Names(body));
    }

    [Fact]
    public async Task Keys_that_have_never_been_had_make_it_unhealthy_until_they_are()
    {
        await using var issuer = await ServedIssuer.StartAsync();
        issuer.Tokens.KeysFail = true;
        await using var host = await StartAsync(issuer.Tokens);

        var (status, body) = await ReadyAsync(host);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["api-keys", "call-event-keys", "event-grid-keys"], Parts(body, "unhealthy"));

        issuer.Tokens.KeysFail = false;
        clock.AdvanceSeconds(5);
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(host)).Status);
    }

    [Fact]
    public async Task An_issuer_that_is_away_while_its_last_good_keys_are_held_makes_it_degraded_and_tokens_are_still_taken()
    {
        await using var issuer = await ServedIssuer.StartAsync();
        await using var host = await StartAsync(issuer.Tokens);
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(host)).Status);

        issuer.Tokens.KeysFail = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, issuer.Tokens.Forge(Draft(issuer.Tokens) with { Signing = TokenSigning.UnknownKey })));

        var (status, body) = await ReadyAsync(host);
        while (Parts(body, "degraded") is [])
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.AdvanceSeconds(5);
            (status, body) = await ReadyAsync(host);
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("degraded", (string)JsonNode.Parse(body)!["status"]!);
        Assert.Equal(["api-keys"], Parts(body, "degraded"));
        Assert.NotEqual(HttpStatusCode.Unauthorized, await AskAsync(host, issuer.Tokens.Forge(Draft(issuer.Tokens))));
    }

    [Fact]
    public async Task With_an_identity_the_provider_is_healthy_when_a_token_can_be_had()
    {
        var identity = new Identity();
        await using var host = await StartAsync(fixture.Issuer.Tokens, identity, WithIdentity);

        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(host)).Status);

        identity.Failure = new AuthenticationFailedException("It is away.");
        clock.AdvanceSeconds(5);
        var (status, body) = await ReadyAsync(host);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(["provider"], Parts(body, "unhealthy"));
        Assert.Equal(["https://communication.azure.com//.default"], identity.Scopes);
    }

    [Fact]
    public async Task Many_probes_at_once_and_one_after_the_other_are_one_look_in_five_seconds()
    {
        var identity = new Identity();
        await using var host = await StartAsync(fixture.Issuer.Tokens, identity, WithIdentity);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadyAsync(host)));
        clock.AdvanceSeconds(4);
        await ReadyAsync(host);
        Assert.Equal(1, identity.Asked);

        clock.AdvanceSeconds(1);
        await ReadyAsync(host);
        Assert.Equal(2, identity.Asked);
    }

    private static TokenDraft Draft(TokenIssuer tokens) =>
        tokens.PersonDraft(Guid.NewGuid(), Guid.NewGuid(), "Anna", ["Koppla.Admin"], ApiHost.Audience);

    private Task<ApiHost> StartAsync(TokenIssuer tokens, Identity? identity = null, params (string, string)[] settings) => ApiHost.StartAsync(
        fixture.ConnectionString,
        tokens,
        services => services.AddSingleton<IClock>(clock).AddSingleton<TokenCredential>(identity ?? new Identity()),
        settings);

    private static Task<(HttpStatusCode Status, string Body)> ReadyAsync(ApiHost host) => GetAsync(host, "ready");

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(ApiHost host, string probe)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(host.BaseAddress, $"api/health/{probe}"), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpStatusCode> AskAsync(ApiHost host, string token)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await client.GetAsync(new Uri(host.BaseAddress, "api/v1/organisation"), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static List<string> Parts(string body, string status) =>
        [.. JsonNode.Parse(body)!["checks"]!.AsArray().Where(part => (string)part!["status"]! == status).Select(part => (string)part!["name"]!).Order()];

    private static List<string> Names(string body) =>
    [
        .. JsonNode.Parse(body)!.AsObject().Select(member => member.Key)
            .Concat(JsonNode.Parse(body)!["checks"]!.AsArray().SelectMany(part => part!.AsObject().Select(member => member.Key)))
            .Distinct().Order(),
    ];

    /// <summary>Gives tokens, or fails.</summary>
    private sealed class Identity : TokenCredential
    {
        private int asked;

        public Exception? Failure { get; set; }

        public int Asked => asked;

        public HashSet<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref asked);
            Scopes.UnionWith(requestContext.Scopes);
            return Failure is null ? new AccessToken("token", DateTimeOffset.MaxValue) : throw Failure;
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}

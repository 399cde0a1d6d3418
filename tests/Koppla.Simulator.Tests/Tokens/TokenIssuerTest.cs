using System.Net;
using System.Text.Json;
using Koppla.Simulator.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tests.Tokens;

public sealed class TokenIssuerTest
{
    private const string Audience = "3b8f4d0e-52f5-4a8c-8d55-6a0e9a5d9d11";
    private static readonly Guid Tenant = Guid.Parse("7f0a3f0e-0b3c-4b0e-a8f5-5d6f6b1c0001");
    private static readonly Guid Person = Guid.Parse("7f0a3f0e-0b3c-4b0e-a8f5-5d6f6b1c0002");

    [Fact]
    public async Task A_callback_token_is_good_for_five_minutes_and_validates_against_the_published_keys()
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.CallbackToken(Audience);

        Assert.Null(await served.Fault(token, ServedIssuer.CallbackMetadata, Audience));
        var read = new JsonWebToken(token);
        Assert.Equal("RS256", read.Alg);
        Assert.Equal($"{served.Issuer.BaseAddress}calling", read.Issuer);
        Assert.Equal(TimeSpan.FromMinutes(5), read.ValidTo - read.ValidFrom);
    }

    [Fact]
    public async Task A_persons_token_names_tenant_person_and_roles()
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.PersonToken(Tenant, Person, "Åsa Öberg", ["Koppla.Admin", "Koppla.User"], Audience);

        Assert.Null(await served.Fault(token, $"{Tenant}/v2.0/.well-known/openid-configuration", Audience));
        var read = new JsonWebToken(token);
        Assert.Equal(Tenant.ToString(), read.GetClaim("tid").Value);
        Assert.Equal(Person.ToString(), read.GetClaim("oid").Value);
        Assert.Equal("Åsa Öberg", read.GetClaim("name").Value);
        Assert.Equal(["Koppla.Admin", "Koppla.User"], read.GetPayloadValue<string[]>("roles"));
    }

    [Fact]
    public async Task A_single_role_is_still_a_list()
    {
        await using var served = await ServedIssuer.StartAsync();

        var read = new JsonWebToken(served.Issuer.PersonToken(Tenant, Person, "Åsa", ["Koppla.User"], Audience));

        Assert.Equal(JsonValueKind.Array, read.GetPayloadValue<JsonElement>("roles").ValueKind);
    }

    [Fact]
    public async Task An_event_grid_token_carries_the_first_party_application_and_the_role()
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.EventGridToken(Audience);

        Assert.Null(await served.Fault(token, $"{TokenIssuer.HomeTenant}/v2.0/.well-known/openid-configuration", Audience));
        var read = new JsonWebToken(token);
        Assert.Equal("4962773b-9cdb-44cf-a8bf-237846a00ab7", read.GetClaim("azp").Value);
        Assert.Equal("AzureEventGridSecureWebhookSubscriber", read.GetClaim("roles").Value);
    }

    [Fact]
    public async Task The_organizations_metadata_publishes_the_issuer_as_a_template()
    {
        await using var served = await ServedIssuer.StartAsync();

        using var metadata = JsonDocument.Parse(await served.Http.GetStringAsync(ServedIssuer.OrganizationsMetadata, TestContext.Current.CancellationToken));

        Assert.Equal($"{served.Issuer.BaseAddress}{{tenantid}}/v2.0", metadata.RootElement.GetProperty("issuer").GetString());
    }

    [Theory]
    [InlineData(TokenSigning.None, nameof(SecurityTokenInvalidSignatureException))]
    [InlineData(TokenSigning.PublicKeyAsSecret, nameof(SecurityTokenInvalidSignatureException))]
    [InlineData(TokenSigning.UnknownKey, nameof(SecurityTokenSignatureKeyNotFoundException))]
    [InlineData(TokenSigning.BorrowedKeyId, nameof(SecurityTokenInvalidSignatureException))]
    public async Task A_token_signed_wrongly_is_refused(TokenSigning signing, string fault)
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.Forge(served.Issuer.CallbackDraft(Audience) with { Signing = signing });

        Assert.Equal(fault, await served.Fault(token, ServedIssuer.CallbackMetadata, Audience));
    }

    [Fact]
    public async Task A_draft_with_one_thing_changed_is_refused_for_that_thing()
    {
        await using var served = await ServedIssuer.StartAsync();
        var draft = served.Issuer.CallbackDraft(Audience);

        Assert.Equal(nameof(SecurityTokenInvalidIssuerException), await Fault(draft with { Issuer = "https://elsewhere.example/" }));
        Assert.Equal(nameof(SecurityTokenInvalidAudienceException), await Fault(draft with { Audience = "someone-else" }));
        Assert.Equal(nameof(SecurityTokenExpiredException), await Fault(draft with { NotBefore = draft.NotBefore.AddHours(-2), Expires = draft.NotBefore.AddHours(-1) }));
        Assert.Equal(nameof(SecurityTokenNotYetValidException), await Fault(draft with { NotBefore = draft.NotBefore.AddHours(1), Expires = draft.NotBefore.AddHours(2) }));

        Task<string?> Fault(TokenDraft wrong) => served.Fault(served.Issuer.Forge(wrong), ServedIssuer.CallbackMetadata, Audience);
    }

    [Fact]
    public async Task A_negative_lifetime_gives_a_token_that_has_expired()
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.PersonToken(Tenant, Person, "Åsa", [], Audience, TimeSpan.FromMinutes(-1));

        Assert.Equal(nameof(SecurityTokenExpiredException), await served.Fault(token, $"{Tenant}/v2.0/.well-known/openid-configuration", Audience));
    }

    [Fact]
    public async Task A_key_of_one_authority_does_not_sign_for_the_other()
    {
        await using var served = await ServedIssuer.StartAsync();

        var token = served.Issuer.Forge(served.Issuer.CallbackDraft(Audience) with { Authority = TokenAuthority.Entra });

        Assert.Equal(nameof(SecurityTokenSignatureKeyNotFoundException), await served.Fault(token, ServedIssuer.CallbackMetadata, Audience));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, nameof(SecurityTokenSignatureKeyNotFoundException))]
    public async Task After_a_roll_old_tokens_are_good_only_while_the_old_key_is_published(bool keepOld, string? fault)
    {
        await using var served = await ServedIssuer.StartAsync();
        var old = served.Issuer.CallbackToken(Audience);

        served.Issuer.RollKeys(keepOld);

        Assert.Equal(fault, await served.Fault(old, ServedIssuer.CallbackMetadata, Audience));
        Assert.Null(await served.Fault(served.Issuer.CallbackToken(Audience), ServedIssuer.CallbackMetadata, Audience));
    }

    [Theory]
    [InlineData("calling/keys")]
    [InlineData("discovery/v2.0/keys")]
    public async Task The_key_endpoints_fail_and_recover_on_request(string path)
    {
        await using var served = await ServedIssuer.StartAsync();

        served.Issuer.KeysFail = true;
        using var failed = await served.Http.GetAsync(path, TestContext.Current.CancellationToken);
        served.Issuer.KeysFail = false;
        using var recovered = await served.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (failed.StatusCode, recovered.StatusCode));
    }

    [Fact]
    public async Task Slow_keys_keep_the_reader_waiting_but_not_the_metadata()
    {
        await using var served = await ServedIssuer.StartAsync();
        served.Issuer.KeyDelay = TimeSpan.FromHours(1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var keys = served.Http.GetAsync("calling/keys", patience.Token);
        await served.Http.GetStringAsync(ServedIssuer.CallbackMetadata, TestContext.Current.CancellationToken);

        Assert.False(keys.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keys);
    }
}

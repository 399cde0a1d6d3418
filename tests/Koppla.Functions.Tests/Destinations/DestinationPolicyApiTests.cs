using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>Where an organisation's calls may be sent, over the API.</summary>
public sealed class DestinationPolicyApiTests(ApiFixture fixture) : IAsyncLifetime
{
    private const string Path = "organisation/destination-policy";

    private Tenant tenant = null!;
    private TenantUser anna = null!;

    public async ValueTask InitializeAsync()
    {
        tenant = await Tenant.CreateAsync(fixture);
        anna = await TenantUser.CreateAsync(fixture, tenant);
    }

    public ValueTask DisposeAsync()
    {
        anna.Dispose();
        tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Where_nothing_has_been_said_the_default_is_shown_to_every_member() => Answers.AssertJson(
        """{"countries":["SE"],"externalForwards":{"setBy":"everyone","confirmFirst":false,"coolDownMinutes":0,"perUserPerHour":60,"perOrganisationPerHour":1000}}""",
        await anna.Api.GetAsync(Path).JsonAsync());

    [Fact]
    public async Task What_is_put_is_stored_and_shown()
    {
        const string Policy =
            """{"countries":["SE","NO"],"externalForwards":{"setBy":"administrators","confirmFirst":true,"coolDownMinutes":30,"perUserPerHour":5,"perOrganisationPerHour":0}}""";

        var answer = await tenant.PutAsync(Path, Policy).JsonAsync();

        Assert.Equal(("""[]""", 0), (answer["breaks"]!.ToJsonString(), answer["more"]!.GetValue<int>()));
        Assert.Equal("""["NO","SE"]""", (await tenant.GetAsync(Path).JsonAsync())["countries"]!.ToJsonString());
        var stored = await StoredAsync();
        Assert.Equal(new(ForwardSetters.Administrators, true, 30, 5, 0), stored.ExternalForwards);
        Assert.True(stored.Countries.Contains("NO"));
    }

    [Theory]
    [InlineData("""{"countries":["SE","XX"],"externalForwards":{}}""", 422, "country-unknown", "countries")]
    [InlineData("""{"countries":["se"],"externalForwards":{}}""", 422, "country-unknown", "countries")]
    [InlineData("""{"countries":[null],"externalForwards":{}}""", 400, "body-not-valid", "countries[0]")]
    [InlineData("""{"externalForwards":{}}""", 400, "body-not-valid", "countries")]
    [InlineData("""{"countries":["SE"]}""", 400, "body-not-valid", "externalForwards")]
    [InlineData("""{"countries":["SE"],"externalForwards":{"setBy":"someone"}}""", 422, "word-unknown", "externalForwards.setBy")]
    [InlineData("""{"countries":["SE"],"externalForwards":{"coolDownMinutes":10081}}""", 422, "value-out-of-range", "externalForwards.coolDownMinutes")]
    [InlineData("""{"countries":["SE"],"externalForwards":{"coolDownMinutes":-1}}""", 422, "value-out-of-range", "externalForwards.coolDownMinutes")]
    [InlineData("""{"countries":["SE"],"externalForwards":{"perUserPerHour":10001}}""", 422, "value-out-of-range", "externalForwards.perUserPerHour")]
    [InlineData("""{"countries":["SE"],"externalForwards":{"perOrganisationPerHour":100001}}""", 422, "value-out-of-range", "externalForwards.perOrganisationPerHour")]
    public async Task What_is_no_policy_is_refused(string json, int status, string name, string field)
    {
        await tenant.PutAsync(Path, json).ProblemAsync(status, name, field);

        Assert.Equal(ExternalForwardPolicy.Default, (await StoredAsync()).ExternalForwards);
    }

    [Fact]
    public async Task Only_administrators_change_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.PutAsync(Path, Open("SE")).StatusAsync());
    }

    [Fact]
    public async Task It_is_changed_as_the_version_that_was_read_or_not_at_all()
    {
        var version = await tenant.GetAsync(Path).EntityTagAsync();

        var next = await tenant.PutAsync(Path, Open("SE", "NO"), version).EntityTagAsync();

        await tenant.PutAsync(Path, Open("SE"), version).ProblemAsync(412, "version-changed");
        Assert.Equal(next, await tenant.GetAsync(Path).EntityTagAsync());
    }

    [Fact]
    public async Task What_the_policy_forbids_though_it_is_saved_is_told_and_does_not_keep_it_from_being_saved()
    {
        var number = await tenant.ReservedAsync(Numbers.Outside);
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Forward(Numbers.OtherOutside))).JsonAsync();
        await anna.Api.PutAsync(
            "users/me/transfer-policy", $$$"""{"onBusy":{"step":"number","number":"{{{Numbers.Outside.E164}}}"}}""").JsonAsync(HttpStatusCode.Created);

        var tried = await tenant.PutAsync($"{Path}?dryRun=true", Open("NO")).JsonAsync();
        Assert.True((await StoredAsync()).Countries.Contains("SE"));
        var real = await tenant.PutAsync(Path, Open("NO")).JsonAsync();

        Answers.AssertJson(
            $$"""
            [
              {"reason":"destination-country-not-allowed","destination":"{{Numbers.Outside.E164}}","number":"{{number.E164}}","field":"destination"},
              {"reason":"destination-country-not-allowed","destination":"{{Numbers.OtherOutside.E164}}","user":"{{anna.Id}}","profile":"lunch","field":"fixed.forwardTo.number"},
              {"reason":"destination-country-not-allowed","destination":"{{Numbers.Outside.E164}}","user":"{{anna.Id}}","field":"transferPolicy.onBusy.number"}
            ]
            """,
            real["breaks"]);
        Assert.True(JsonNode.DeepEquals(tried["breaks"], real["breaks"]));
        Assert.False((await StoredAsync()).Countries.Contains("SE"));
    }

    [Fact]
    public async Task Where_nobody_may_forward_outside_the_rules_that_do_are_breaks_and_those_inside_are_not()
    {
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Forward(anna.Mobile), TenantUser.Forward(Numbers.Outside))).JsonAsync();

        var answer = await tenant.PutAsync(Path, """{"countries":["SE"],"externalForwards":{"setBy":"nobody"}}""").JsonAsync();

        var only = Assert.Single(answer["breaks"]!.AsArray())!;
        Assert.Equal(("external-forwards-not-allowed", "mobile.forwardTo.number"), (only["reason"]!.GetValue<string>(), only["field"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Of_very_many_breaks_two_hundred_are_told_and_the_rest_is_counted()
    {
        for (var i = 0; i < 21; i++)
        {
            (await TenantUser.CreateAsync(fixture, tenant, handling => handling with
            {
                Profiles = [.. DefaultProfiles.All.Select(profile => profile with { Fixed = NumberRule.Forward(Numbers.Outside) })],
            })).Dispose();
        }

        var answer = await tenant.PutAsync($"{Path}?dryRun=true", Open("NO")).JsonAsync();

        Assert.Equal((200, 10), (answer["breaks"]!.AsArray().Count, answer["more"]!.GetValue<int>()));
    }

    private static string Open(params string[] countries) =>
        $$$"""{"countries":[{{{string.Join(',', countries.Select(country => $"\"{country}\""))}}}],"externalForwards":{}}""";

    private async Task<Organisation> StoredAsync() =>
        (await fixture.Stores.Organisations.ReadAsync(tenant.Id, TestContext.Current.CancellationToken))!;
}

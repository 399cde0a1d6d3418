using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Koppla.Functions.Tests.Api;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.Audit;

/// <summary>Where calls would have gone, by the rules as they were; and rules that come back.</summary>
public sealed class PastTests(ApiFixture fixture)
{
    [Fact]
    public async Task Where_a_number_would_have_gone_is_told_by_the_rules_of_then()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.OtherOutside)).JsonAsync();
        var second = await LatestAsync(tenant);
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync(Tenant.Forwarding(number)).StatusAsync());
        var third = await LatestAsync(tenant);
        Assert.Equal(HttpStatusCode.NoContent, await tenant.DeleteAsync($"numbers/{number.E164}").StatusAsync());

        Assert.Equal(Numbers.Outside.E164, await GoesToAsync(tenant, number, Before(second)));
        Assert.Equal(Numbers.OtherOutside.E164, await GoesToAsync(tenant, number, second));
        Assert.Equal(Numbers.OtherOutside.E164, await GoesToAsync(tenant, number, Before(third)));
        Assert.Null(await GoesToAsync(tenant, number, third));
        await ExplainAsync(tenant, number, null).ProblemAsync(404, "number-not-found", "number");
    }

    [Fact]
    public async Task The_past_of_a_chain_is_that_of_all_its_links()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync(anna.Fixed);
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Forward(Numbers.Outside))).JsonAsync();
        await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        var active = await LatestAsync(tenant);
        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync("users/me/activation").StatusAsync());

        Assert.Null(await GoesToAsync(tenant, number, Before(active)));
        Assert.Equal(Numbers.Outside.E164, await GoesToAsync(tenant, number, active));
        Assert.Null(await GoesToAsync(tenant, number, null));
    }

    [Fact]
    public async Task The_rules_of_the_future_are_not_known()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);

        await ExplainAsync(tenant, number, "2027-11-24T14:10:00+01:00").ProblemAsync(422, "instant-in-future", "asOf");
        await ExplainAsync(tenant, number, "then").ProblemAsync(422, "time-not-valid", "asOf");
        Assert.Equal(Numbers.Outside.E164, await GoesToAsync(tenant, number, "2026-11-03T14:10:00+01:00"));
    }

    [Fact]
    public async Task An_earlier_version_of_a_users_call_handling_comes_back()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        var version = (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["id"]!.GetValue<string>();
        var then = await anna.HandlingAsync();
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Forward(Numbers.Outside), name: "Annat")).JsonAsync();
        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync("users/me/activation").StatusAsync());

        await RestoreAsync(tenant, anna, version, dryRun: true).JsonAsync();
        Assert.Null((await anna.HandlingAsync()).Activation);
        var status = await RestoreAsync(tenant, anna, version).JsonAsync();

        Assert.Equal("lunch", status["profile"]!["id"]!.GetValue<string>());
        var now = await anna.HandlingAsync();
        Assert.Equal(then.Activation, now.Activation);
        Assert.Equal(then.Find(then.Activation!.Profile), now.Find(then.Activation.Profile));
        Assert.Equal("call-handling-restored", (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["action"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_version_that_breaks_a_rule_of_today_does_not_come_back()
    {
        using var tenant = await Tenant.CreateAsync(fixture, "SE", "NO");
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Forward(Numbers.Of("+4722123456")))).JsonAsync();
        var version = (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["id"]!.GetValue<string>();
        await anna.Api.PutAsync("users/me/profiles/lunch", TenantUser.Profile(TenantUser.Ring)).JsonAsync();
        await using var host = await ApiHost.StartAsync(fixture.ConnectionString, fixture.Issuer.Tokens);
        await fixture.Stores.Organisations.WriteAsync(
            new(tenant.Id, "Exempelbolaget AB", false, Routing.Destinations.AllowedCountries.Default, null), TestContext.Current.CancellationToken);
        using var client = tenant.Client(host);

        using var refused = await client.PostAsync(
            $"users/{anna.Id}/restore", Tenant.Json(Encoding.UTF8.GetBytes($$"""{"change":"{{version}}"}""")), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("destination-country-not-allowed", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_of_something_else_is_unknown()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var number = await tenant.ReservedAsync();
        await tenant.PutAsync(Tenant.Forwarding(number), Tenant.To(Numbers.Outside)).JsonAsync(HttpStatusCode.Created);
        var version = (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["id"]!.GetValue<string>();

        await RestoreAsync(tenant, anna, version).ProblemAsync(422, "version-unknown", "change");
        await RestoreAsync(tenant, anna, "x").ProblemAsync(422, "version-unknown", "change");
        await tenant.SendAsync(HttpMethod.Post, $"users/{anna.Id}/restore", Tenant.Json("{}"u8.ToArray())).ProblemAsync(400, "body-not-valid", "change");
    }

    private static Task<HttpResponseMessage> RestoreAsync(Tenant tenant, TenantUser user, string change, bool dryRun = false) => tenant.SendAsync(
        HttpMethod.Post,
        $"users/{user.Id}/restore{(dryRun ? "?dryRun=true" : "")}",
        Tenant.Json(Encoding.UTF8.GetBytes($$"""{"change":"{{change}}"}""")));

    private static async Task<string> LatestAsync(Tenant tenant) =>
        (await tenant.GetAsync("audit").JsonAsync())["items"]![0]!["at"]!.GetValue<string>();

    private static string Before(string instant) => DateTimeOffset.Parse(instant).AddTicks(-1).ToString("O");

    private static async Task<string?> GoesToAsync(Tenant tenant, PhoneNumber number, string? asOf) =>
        (await ExplainAsync(tenant, number, asOf).JsonAsync())["decision"]!["number"] is JsonValue to
            && to.GetValue<string>() is var told && told != number.E164 && !told.StartsWith("+468465", StringComparison.Ordinal) ? told : null;

    private static Task<HttpResponseMessage> ExplainAsync(Tenant tenant, PhoneNumber number, string? asOf) => tenant.SendAsync(
        HttpMethod.Post,
        "decisions/explain",
        Tenant.Json(Encoding.UTF8.GetBytes($$"""{"number":"{{number.E164}}"{{(asOf is null ? "" : $",\"asOf\":\"{asOf}\"")}}}""")));
}

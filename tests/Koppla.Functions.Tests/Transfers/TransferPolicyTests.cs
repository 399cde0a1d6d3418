using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.Security;
using Koppla.Functions.Tests.Api;
using Koppla.Routing;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>The failure policy of an organisation, and what a user has instead.</summary>
public sealed class TransferPolicyTests(ApiFixture fixture) : IAsyncLifetime
{
    private const string Ours = "organisation/transfer-policy";
    private const string Mine = "users/me/transfer-policy";

    private Tenant tenant = null!;
    private TenantUser anna = null!;

    private static string Announce => """{"onBusy":{"step":"announce"}}""";

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
    public async Task Unless_told_otherwise_the_transferor_is_recalled()
    {
        var mine = await anna.Api.GetAsync(Mine).JsonAsync();

        Assert.Equal("organisation", mine["source"]!.GetValue<string>());
        Assert.All(
            (string[])["onBusy", "onNoAnswer", "onNoConnection", "onDeclined"], reason => Assert.Equal("recall", StepOf(mine, reason)));
    }

    [Fact]
    public async Task An_organisation_that_is_not_known_has_none()
    {
        using var stranger = new ApiClient(fixture, new OrganisationId(Guid.NewGuid()), Guid.NewGuid(), Policies.AdministratorRole);

        await stranger.GetAsync(Ours).ProblemAsync(404, "organisation-not-found");
        await stranger.PutAsync(Ours, Announce).ProblemAsync(404, "organisation-not-found");
    }

    [Fact]
    public async Task What_the_organisation_says_holds_for_users_without_a_policy_of_their_own()
    {
        await tenant.PutAsync(Ours, $$$"""{"onBusy":{"step":"number","number":"{{{Numbers.Outside.Display}}}"},"onNoAnswer":{"step":"target-rules"}}""").JsonAsync();

        var ours = await anna.Api.GetAsync(Ours).JsonAsync();

        Assert.Equal(("number", Numbers.Outside.E164), (StepOf(ours, "onBusy"), ours["onBusy"]!["number"]!.GetValue<string>()));
        Assert.Equal(("target-rules", "recall"), (StepOf(ours, "onNoAnswer"), StepOf(ours, "onDeclined")));
        var stored = (await fixture.Stores.Organisations.ReadAsync(tenant.Id, TestContext.Current.CancellationToken))!.TransferPolicy;
        Assert.Equal(new FailureAction(FailureStep.Number, Numbers.Outside), stored.OnBusy);
    }

    [Fact]
    public async Task A_user_has_a_policy_of_her_own_until_she_removes_it()
    {
        var made = await anna.Api.PutAsync(Mine, Announce).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("user", "announce", "recall"), (made["source"]!.GetValue<string>(), StepOf(made, "onBusy"), StepOf(made, "onDeclined")));
        await anna.Api.PutAsync(Mine, """{"onDeclined":{"step":"announce"}}""").JsonAsync();
        Assert.Equal(new FailureAction(FailureStep.Announce), (await anna.HandlingAsync()).TransferPolicy!.OnDeclined);

        Assert.Equal(HttpStatusCode.NoContent, await anna.Api.DeleteAsync(Mine).StatusAsync());

        Assert.Equal("organisation", (await anna.Api.GetAsync(Mine).JsonAsync())["source"]!.GetValue<string>());
        await anna.Api.DeleteAsync(Mine).ProblemAsync(404, "transfer-policy-not-found", "user");
    }

    [Fact]
    public async Task Only_an_administrator_changes_what_the_organisation_says() =>
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.PutAsync(Ours, Announce).StatusAsync());

    [Fact]
    public async Task A_policy_that_is_only_tried_is_not_kept()
    {
        var ours = await tenant.PutAsync($"{Ours}?dryRun=true", Announce).JsonAsync();
        var annas = await anna.Api.PutAsync($"{Mine}?dryRun=true", Announce).JsonAsync();
        var same = await tenant.PutAsync($"{Ours}?dryRun=true", (await tenant.GetAsync(Ours).JsonAsync()).ToJsonString()).JsonAsync();

        Assert.Equal([true, true, false], new[] { ours, annas, same }.Select(preview => preview["changed"]!.GetValue<bool>()));
        Assert.Equal("recall", StepOf(await anna.Api.GetAsync(Mine).JsonAsync(), "onBusy"));
    }

    [Fact]
    public async Task A_change_of_a_version_that_is_no_more_is_refused()
    {
        var old = await tenant.GetAsync(Ours).EntityTagAsync();
        await tenant.PutAsync(Ours, Announce, old).JsonAsync();

        await tenant.PutAsync(Ours, "{}", old).ProblemAsync(412, "version-changed");

        Assert.Equal("announce", StepOf(await tenant.GetAsync(Ours).JsonAsync(), "onBusy"));
    }

    [Fact]
    public async Task Another_organisation_has_its_own()
    {
        using var other = await Tenant.CreateAsync(fixture);
        await tenant.PutAsync(Ours, Announce).JsonAsync();

        Assert.Equal("recall", StepOf(await other.GetAsync(Ours).JsonAsync(), "onBusy"));
    }

    [Theory]
    [InlineData("""{"onBusy":{}}""", "onBusy.step")]
    [InlineData("""{"onNoAnswer":{"step":"voicemail"}}""", "onNoAnswer.step")]
    [InlineData("""{"onDeclined":{"step":"number"}}""", "onDeclined.number")]
    [InlineData("""{"onNoConnection":{"step":"recall","number":"0701740660"}}""", "onNoConnection.number")]
    [InlineData("""{"onBusy":{"step":"number","number":"112"}}""", "onBusy.number")]
    [InlineData("""{"onBusy":{"step":"number","number":"0944123456"}}""", "onBusy.number")]
    [InlineData("""{"onDeclined":{"step":"number","number":"+1 212 555 0100"}}""", "onDeclined.number")]
    public async Task A_policy_that_cannot_be_is_refused_by_name(string body, string field)
    {
        foreach (var (api, path) in new[] { (anna.Api.PutAsync(Mine, body), Mine), (tenant.PutAsync(Ours, body), Ours) })
        {
            using var answer = await api;

            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
            Assert.Equal(field, Assert.Single(problem["errors"]!.AsObject()).Key);
            Assert.Equal("recall", StepOf(await anna.Api.GetAsync(path).JsonAsync(), "onBusy"));
        }
    }

    private static string StepOf(JsonObject policy, string reason) => policy[reason]!["step"]!.GetValue<string>();
}

using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.Calls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Api;

/// <summary>Calls as a person asks for them; commands are taken, and nothing comes of them.</summary>
public sealed class PlacedCallTests(ApiFixture fixture) : IAsyncLifetime
{
    private Tenant tenant = null!;
    private TenantUser anna = null!;

    private static string Outside => To($$"""{"number":"{{Numbers.Outside.Display}}"}""");

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
    public async Task A_placed_call_is_seen_while_the_own_device_rings()
    {
        using var response = await anna.Api.PostAsync("calls", Outside);
        var placed = await Task.FromResult(response).JsonAsync(HttpStatusCode.Created);
        var id = Text(placed, "id");

        Assert.Equal($"/api/v1/users/me/calls/{id}", response.Headers.Location?.OriginalString);
        Assert.Equal(("placing", "outgoing", Numbers.Outside.E164), (Text(placed, "state"), Text(placed, "direction"), Text(placed, "called")));
        Assert.False(placed.ContainsKey("with"));
        Assert.Equal(id, Text((await anna.Api.GetAsync($"users/me/calls/{id}").JsonAsync()), "id"));
        Assert.Equal(id, Text(Assert.Single((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray())!, "id"));
    }

    [Fact]
    public async Task A_call_of_somebody_else_is_not_found()
    {
        var id = Text(await anna.Api.PostAsync("calls", Outside).JsonAsync(HttpStatusCode.Created), "id");
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);

        await colleague.Api.GetAsync($"users/me/calls/{id}").ProblemAsync(404, "call-not-found", "id");
        await anna.Api.GetAsync("users/me/calls/x").ProblemAsync(404, "call-not-found", "id");
    }

    [Fact]
    public async Task A_call_that_has_just_begun_is_not_transferred()
    {
        var id = Text(await anna.Api.PostAsync("calls", Outside).JsonAsync(HttpStatusCode.Created), "id");

        await anna.Api.PostAsync($"calls/{id}/transfers", """{"to":{"number":"0701740661"},"mode":"direct"}""")
            .ProblemAsync(409, "call-not-connected", "call");
    }

    [Fact]
    public async Task One_key_places_one_call_also_when_it_is_asked_for_several_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            _ => anna.Api.PostAsync("calls", Outside, "key").JsonAsync(HttpStatusCode.Created)));

        var id = Assert.Single(answers.Select(answer => Text(answer, "id")).Distinct());
        Assert.Equal(id, Text(await anna.Api.PostAsync("calls", Outside, "key").JsonAsync(HttpStatusCode.Created), "id"));
        Assert.Single((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray());
        await anna.Api.PostAsync("calls", To("""{"number":"0313900650"}"""), "key").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
        await anna.Api.PostAsync("calls", Outside, "not a key").ProblemAsync(400, "idempotency-key-not-valid", "Idempotency-Key");
    }

    [Fact]
    public async Task A_colleague_is_called_by_the_main_number()
    {
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);

        var placed = await anna.Api.PostAsync("calls", To($$"""{"user":"{{colleague.Id}}"}""")).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(colleague.Fixed.E164, Text(placed, "called"));
    }

    [Fact]
    public async Task A_colleague_who_is_not_there_is_refused()
    {
        using var other = await Tenant.CreateAsync(fixture);
        using var foreigner = await TenantUser.CreateAsync(fixture, other);

        await anna.Api.PostAsync("calls", To($$"""{"user":"{{foreigner.Id}}"}""")).ProblemAsync(422, "colleague-not-found", "to.user");
    }

    [Fact]
    public async Task Nobody_calls_herself()
    {
        foreach (var self in new[] { $$"""{"user":"{{anna.Id}}"}""", $$"""{"number":"{{anna.Mobile.E164}}"}""" })
        {
            await anna.Api.PostAsync("calls", To(self)).ProblemAsync(422, "target-is-self", "to");
        }

        await anna.Api.PostAsync("calls", To($$"""{"number":"{{Numbers.OtherOutside.E164}}"}""", Numbers.OtherOutside.E164))
            .ProblemAsync(422, "target-is-self", "to");
    }

    [Theory]
    [InlineData("112")]
    [InlineData("+46112")]
    [InlineData("+4690010")]
    [InlineData("0944123456")]
    [InlineData("+870773111632")]
    [InlineData("0781234567")]
    [InlineData("+79161234567")]
    public async Task A_forbidden_number_is_refused_by_name_and_rings_nobody(string number)
    {
        using var answer = await anna.Api.PostAsync("calls", To($$"""{"number":"{{number}}"}"""));

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("to.number", Assert.Single(problem["errors"]!.AsObject()).Key);
        Assert.Empty((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray());
    }

    [Theory]
    [InlineData("8:acs:anna")]
    [InlineData("+46313900650")]
    [InlineData("031-390 06 50")]
    public async Task An_own_device_may_be_named(string device) =>
        await anna.Api.PostAsync("calls", To($$"""{"number":"{{Numbers.Outside.E164}}"}""", device)).JsonAsync(HttpStatusCode.Created);

    [Theory]
    [InlineData("8:acs:karin")]
    [InlineData("0701740690")]
    [InlineData("app")]
    public async Task A_device_of_somebody_else_is_refused(string device) => await anna.Api
        .PostAsync("calls", To($$"""{"number":"{{Numbers.Outside.E164}}"}""", device)).ProblemAsync(422, "device-unknown", "device");

    [Fact]
    public async Task Who_has_nothing_that_rings_places_no_call()
    {
        using var karin = await TenantUser.CreateAsync(fixture, tenant, handling => handling with { Devices = [] });

        await karin.Api.PostAsync("calls", Outside).ProblemAsync(409, "no-device", "device");
    }

    [Fact]
    public async Task Who_has_no_number_to_show_places_no_call_and_is_not_called_as_a_colleague()
    {
        var karin = new UserId(Guid.NewGuid());
        var handling = CallHandling.Always(DefaultProfiles.All[0], new AppDevice("8:acs:karin"));
        await fixture.Stores.Users.WriteAsync(
            new User(karin, tenant.Id, "Karin Ek", [], Language.Swedish, handling), TestContext.Current.CancellationToken);
        using var hers = new ApiClient(fixture, tenant.Id, karin.Value, Policies.UserRole);

        await hers.PostAsync("calls", Outside).ProblemAsync(409, "no-number");
        await anna.Api.PostAsync("calls", To($$"""{"user":"{{karin}}"}""")).ProblemAsync(422, "colleague-without-number", "to.user");
    }

    [Fact]
    public async Task A_request_that_comes_again_when_its_call_is_long_over_is_told_so_and_rings_nobody()
    {
        var id = Text(await anna.Api.PostAsync("calls", Outside, "key").JsonAsync(HttpStatusCode.Created), "id");
        var tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));
        var call = (await new SupervisedCallStore(tables).ReadAsync(id, TestContext.Current.CancellationToken))!.Value;
        await fixture.Stores.Calls.AddAsync(CallRecord.Of(call with { EndedAt = call.Facts.At }), TestContext.Current.CancellationToken);
        await tables.SupervisedCalls.DeleteEntityAsync(id, "call", cancellationToken: TestContext.Current.CancellationToken);

        await anna.Api.PostAsync("calls", Outside, "key").ProblemAsync(409, "call-gone-since");
    }

    [Fact]
    public async Task A_suspended_organisation_places_no_call()
    {
        using var suspended = await Tenant.CreateAsync(fixture);
        await fixture.Stores.Organisations.WriteAsync(
            new Organisation(suspended.Id, "Exempelbolaget AB", Suspended: true, Routing.Destinations.AllowedCountries.Default, null),
            TestContext.Current.CancellationToken);
        using var karin = await TenantUser.CreateAsync(fixture, suspended);

        await karin.Api.PostAsync("calls", Outside).ProblemAsync(409, "organisation-suspended");
    }

    [Fact]
    public async Task An_administrator_who_is_no_user_places_no_call()
    {
        using var response = await tenant.SendAsync(HttpMethod.Post, "calls", Tenant.Json(System.Text.Encoding.UTF8.GetBytes(Outside)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"to":{}}""")]
    [InlineData("""{"to":"0701740660"}""")]
    [InlineData("""{"to":{"number":"0701740660","user":"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"}}""")]
    [InlineData("""{"to":{"number":"0701740660"},"device":1}""")]
    [InlineData("""{"to":{"number":"0701740660"},"device":""}""")]
    [InlineData("""{"to":{"number":"0701740660"},"by":"somebody"}""")]
    public async Task A_body_that_is_not_what_it_should_be_rings_nobody(string body)
    {
        var status = await anna.Api.PostAsync("calls", body).StatusAsync();

        Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
        Assert.Empty((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray());
    }

    private static string Text(JsonNode body, string member) => body[member]!.GetValue<string>();

    private static string To(string target, string? device = null) =>
        device is null ? $$"""{"to":{{target}}}""" : $$"""{"to":{{target}},"device":"{{device}}"}""";
}

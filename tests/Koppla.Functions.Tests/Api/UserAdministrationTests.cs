using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>Administrators list, create, change and remove users.</summary>
public sealed class UserAdministrationTests(ApiFixture fixture) : IAsyncLifetime
{
    private Tenant tenant = null!;
    private ApiClient admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await Tenant.CreateAsync(fixture);
        admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_user_has_what_the_organisation_has_and_the_ten_profiles()
    {
        await admin.PutAsync("organisation", OrganisationTests.Body(language: "english").Replace("Europe/Stockholm", "Europe/Helsinki")).StatusAsync();

        using var response = await admin.PostAsync("users", """{"name":"Anna Berg","department":"Ekonomi","devices":[{"kind":"app","id":"8:acs:x_1"},{"kind":"telephone","number":"070-174 06 60"}]}""");
        var created = await Task.FromResult(response).JsonAsync(HttpStatusCode.Created);

        var id = Text(created, "id");
        Assert.Equal($"/api/v1/users/{id}", response.Headers.Location?.OriginalString);
        Answers.AssertJson(created.ToJsonString(), await admin.GetAsync($"users/{id}").JsonAsync());
        Assert.Equal(("english", "Europe/Helsinki", "Ekonomi"), (Text(created, "language"), Text(created, "timeZone"), Text(created, "department")));
        Answers.AssertJson(
            $$"""[{"kind":"app","id":"8:acs:x_1"},{"kind":"telephone","number":"{{Numbers.Outside.E164}}"}]""", created["rings"]);
        Assert.Equal(10, (await admin.GetAsync($"users/{id}/profiles").JsonAsync())["items"]!.AsArray().Count);
        Answers.AssertJson(
            """{"profile":"gatt-for-dagen","calendar":"organisation"}""", (await admin.GetAsync($"users/{id}/schedule").JsonAsync())["holidays"]);
        var change = Assert.Single(await TrailAsync(id));
        Assert.Equal(("user-created", null), (change.Action, change.Before));
        Assert.Equal("Anna Berg", Text((await admin.GetAsync("users?q=ekon").JsonAsync())["items"]![0]!, "name"));
    }

    [Fact]
    public async Task A_person_of_the_directory_is_a_user_once()
    {
        var id = Guid.NewGuid();
        var body = $$"""{"id":"{{id}}","name":"Anna Berg","language":"english","timeZone":"Etc/UTC"}""";

        var statuses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => admin.PostAsync("users", body).StatusAsync()));

        Assert.Single(statuses, status => status == HttpStatusCode.Created);
        Assert.Equal(4, statuses.Count(status => status == HttpStatusCode.Conflict));
        await admin.PostAsync("users", body).ProblemAsync(409, "user-exists", "id");
        using var anna = new ApiClient(fixture, tenant.Id, id, Policies.UserRole);
        Assert.Equal("Etc/UTC", Text(await anna.GetAsync("users/me").JsonAsync(), "timeZone"));
        Assert.Single(await TrailAsync(id.ToString()));
    }

    [Fact]
    public async Task The_same_request_with_a_key_creates_one_user_however_often_it_comes()
    {
        const string Body = """{"name":"Anna Berg"}""";

        var created = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => admin.PostAsync("users", Body, "k").JsonAsync(HttpStatusCode.Created)));

        var id = Assert.Single(created.Select(user => Text(user, "id")).Distinct());
        Assert.Equal(id, Text(await admin.PostAsync("users", Body, "k").JsonAsync(HttpStatusCode.Created), "id"));
        Assert.Single((await admin.GetAsync("users").JsonAsync())["items"]!.AsArray());
        await admin.PostAsync("users", """{"name":"Bo Ek"}""", "k").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
        Assert.Equal(HttpStatusCode.NoContent, await admin.DeleteAsync($"users/{id}").StatusAsync());
        await admin.PostAsync("users", Body, "k").ProblemAsync(409, "user-gone-since");
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        await admin.PostAsync("users", """{"name":"Anna Berg","devices":[{"kind":"telephone","number":"+4722225555"}]}""", "k")
            .ProblemAsync(422, "destination-country-not-allowed", "devices[0].number");

        Assert.Equal(HttpStatusCode.Created, await admin.PostAsync("users", """{"name":"Anna Berg"}""", "k").StatusAsync());
    }

    [Fact]
    public async Task A_dry_run_creates_nobody()
    {
        Assert.True((await admin.PostAsync("users?dryRun=true", """{"name":"Anna Berg"}""").JsonAsync())["changed"]!.GetValue<bool>());
        Assert.Empty((await admin.GetAsync("users").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Without_an_organisation_there_are_no_users()
    {
        using var stranger = new ApiClient(fixture, new OrganisationId(Guid.NewGuid()), Guid.NewGuid(), Policies.AdministratorRole);

        await stranger.PostAsync("users", """{"name":"Anna Berg"}""").ProblemAsync(404, "organisation-not-found");
    }

    [Theory]
    [InlineData("""{"name":""}""", 422, "text-not-valid", "name")]
    [InlineData("""{"department":"x"}""", 400, "body-not-valid", "name")]
    [InlineData("""{"name":"A","id":"anna"}""", 422, "id-not-valid", "id")]
    [InlineData("""{"name":"A","language":"latin"}""", 422, "word-unknown", "language")]
    [InlineData("""{"name":"A","timeZone":"x"}""", 422, "time-zone-unknown", "timeZone")]
    [InlineData("""{"name":"A","devices":[{"kind":"pager"}]}""", 422, "word-unknown", "devices[0].kind")]
    [InlineData("""{"name":"A","devices":[{"kind":"app"}]}""", 400, "body-not-valid", "devices[0].id")]
    [InlineData("""{"name":"A","devices":[{"kind":"app","id":"4:+46"}]}""", 422, "device-not-valid", "devices[0].id")]
    [InlineData("""{"name":"A","devices":[{"kind":"app","id":"8:acs:a","number":"1"}]}""", 400, "body-not-valid", "devices[0].number")]
    [InlineData("""{"name":"A","devices":[{"kind":"telephone","number":"112"}]}""", 422, "number-emergency", "devices[0].number")]
    [InlineData("""{"name":"A","devices":[{"kind":"telephone","number":"0900-1234567"}]}""", 422, "destination-premium", "devices[0].number")]
    [InlineData("""{"name":"A","devices":[{"kind":"app","id":"8:acs:a"},{"kind":"app","id":"8:acs:a"}]}""", 422, "devices-repeated", "devices")]
    public async Task What_is_wrong_with_a_new_user_is_told(string body, int status, string problem, string field) =>
        await admin.PostAsync("users", body).ProblemAsync(status, problem, field);

    [Fact]
    public async Task A_user_is_replaced_and_the_call_handling_stays()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);

        var changed = await admin.PutAsync($"users/{anna.Id}", """{"name":"Anna Ek","department":"Växel","language":"english","devices":[]}""").JsonAsync();

        Assert.Equal(("Anna Ek", "Växel", "english"), (Text(changed, "name"), Text(changed, "department"), Text(changed, "language")));
        Assert.Empty(changed["rings"]!.AsArray());
        Assert.Equal("activated", Text(changed["status"]!, "source"));
        Assert.Single((await admin.GetAsync("users?q=växel").JsonAsync())["items"]!.AsArray());
        Assert.Equal("details-changed", Assert.Single(await TrailAsync(anna.Id.ToString())).Action);
        await admin.PutAsync($"users/{anna.Id}", $$"""{"name":"A","language":"english","devices":[{"kind":"telephone","number":"{{anna.Mobile.E164}}"}]}""")
            .ProblemAsync(422, "destination-is-own-number", "devices[0].number");
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.PutAsync("users/me", """{"name":"A","language":"english","devices":[]}""").StatusAsync());
    }

    [Fact]
    public async Task All_users_are_listed_a_page_at_a_time()
    {
        var names = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            await admin.PostAsync("users", $$"""{"name":"Nr {{i}}"}""").StatusAsync();
        }

        for (string? token = ""; token is not null;)
        {
            var page = await admin.GetAsync($"users?limit=3{(token.Length == 0 ? "" : $"&continuation={token}")}").JsonAsync();
            names.AddRange(page["items"]!.AsArray().Select(item => Text(item!, "name")));
            token = page["continuation"]?.GetValue<string>();
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"Nr {i}"), names.Order(StringComparer.Ordinal));
        await admin.GetAsync("users?continuation=x").ProblemAsync(400, "parameter-not-valid", "continuation");
        await admin.GetAsync("users?limit=0").ProblemAsync(400, "parameter-not-valid", "limit");
        await admin.GetAsync("users?q=").ProblemAsync(400, "parameter-not-valid", "q");
    }

    [Fact]
    public async Task A_search_takes_the_limit_that_the_list_takes()
    {
        await admin.PostAsync("users", """{"name":"Anna Berg"}""").StatusAsync();
        Assert.Single((await admin.GetAsync("users?q=berg&limit=200").JsonAsync())["items"]!.AsArray());
        await admin.GetAsync("users?q=berg&limit=201").ProblemAsync(400, "parameter-not-valid", "limit");
    }

    [Fact]
    public async Task Users_are_found_by_name_and_number_and_so_is_who_asks()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var herself = new ApiClient(fixture, tenant.Id, anna.Id.Value, Policies.AdministratorRole);

        foreach (var query in new[] { "ber", anna.Fixed.Digits[^6..] })
        {
            var found = await herself.GetAsync($"users?q={query}").JsonAsync();
            Assert.Equal(anna.Id.ToString(), Text(Assert.Single(found["items"]!.AsArray())!, "id"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.GetAsync("users").StatusAsync());
    }

    [Fact]
    public async Task A_removed_user_is_found_nowhere_and_her_numbers_are_reserved()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(HttpStatusCode.NoContent, await admin.DeleteAsync($"users/{anna.Id}").StatusAsync());

        await admin.GetAsync($"users/{anna.Id}").ProblemAsync(404, "user-not-found", "user");
        await admin.DeleteAsync($"users/{anna.Id}").ProblemAsync(404, "user-not-found", "user");
        Assert.Empty((await admin.GetAsync("users?q=berg").JsonAsync())["items"]!.AsArray());
        foreach (var number in new[] { anna.Fixed, anna.Mobile })
        {
            Assert.Equal(new ReservedNumber(tenant.Id, null), (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value);
            Assert.Equal("number-unassigned", Assert.Single(await AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(number))).Action);
        }

        var listed = (await admin.GetAsync("numbers?state=reserved").JsonAsync())["items"]!.AsArray();
        Assert.Equal(new[] { anna.Fixed.E164, anna.Mobile.E164 }.Order(StringComparer.Ordinal), listed.Select(item => Text(item!, "number")));
        Assert.Equal("user-removed", Assert.Single(await TrailAsync(anna.Id.ToString())).Action);
    }

    [Fact]
    public async Task A_dry_run_of_a_removal_tells_of_numbers_and_rules()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var to = Profile.Available(new NumberRule(RuleAction.Forward, Destination.Of(anna.Id)), NumberRule.Forward(anna.Fixed)) with { Id = Routines.Away };
        using var bo = await TenantUser.CreateAsync(fixture, tenant, handling => Routines.With(handling, to));
        var version = await anna.VersionAsync();

        var told = await admin.SendAsync(HttpMethod.Delete, $"users/{anna.Id}?dryRun=true").JsonAsync();

        Answers.AssertJson(
            $$"""
            {"numbers":["{{anna.Mobile.E164}}","{{anna.Fixed.E164}}"],"namedBy":[
            {"user":"{{bo.Id}}","name":"Anna Berg","profile":"borta","field":"fixed.forwardTo.user"},
            {"user":"{{bo.Id}}","name":"Anna Berg","profile":"borta","field":"mobile.forwardTo.number"}]}
            """,
            told);
        Assert.Equal(version, await anna.VersionAsync());
    }

    [Fact]
    public async Task Only_the_version_that_is_named_is_removed()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var stale = await anna.VersionAsync();
        var current = await anna.Api.PutAsync("users/me/default-profile", """{"profile":"lunch"}""").EntityTagAsync();

        await admin.DeleteAsync($"users/{anna.Id}", stale).ProblemAsync(412, "version-changed");
        Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.DeleteAsync("users/me").StatusAsync());
        Assert.Equal(HttpStatusCode.NoContent, await admin.DeleteAsync($"users/{anna.Id}", current).StatusAsync());
    }

    [Fact]
    public async Task A_removed_user_keeps_the_call_that_goes_on()
    {
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var call = Text(await anna.Api.PostAsync("calls", $$$"""{"to":{"number":"{{{Numbers.Outside.E164}}}"}}""").JsonAsync(HttpStatusCode.Created), "id");

        await admin.DeleteAsync($"users/{anna.Id}").StatusAsync();

        Assert.Equal("placing", Text(await anna.Api.GetAsync($"users/me/calls/{call}").JsonAsync(), "state"));
    }

    [Fact]
    public async Task A_number_that_is_given_to_somebody_who_is_gone_is_nobodys()
    {
        var number = await tenant.ReservedAsync();
        var stored = (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!;

        await AssignAsync(number, stored, new UserId(Guid.NewGuid()));

        Assert.Equal(new ReservedNumber(tenant.Id, null), (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value);
        Assert.Equal(["assigned", "number-unassigned"], (await AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(number))).Select(change => change.Action));
        Assert.Equal("reserved", Text((await admin.GetAsync("numbers").JsonAsync())["items"]![0]!, "state"));
    }

    [Fact]
    public async Task A_number_is_never_left_with_somebody_who_is_removed_at_the_same_time()
    {
        for (var round = 0; round < 10; round++)
        {
            using var anna = await TenantUser.CreateAsync(fixture, tenant);
            var number = await tenant.ReservedAsync();
            var stored = (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!;

            await Task.WhenAll(AssignAsync(number, stored, anna.Id), admin.DeleteAsync($"users/{anna.Id}").StatusAsync());

            var exists = await fixture.Stores.Users.ReadAsync(tenant.Id, anna.Id, Cancellation) is not null;
            var entry = (await fixture.Stores.Numbers.ReadAsync(number, Cancellation))!.Value;
            Assert.Equal(exists, entry is AssignedNumber);
        }
    }

    private async Task AssignAsync(PhoneNumber number, Stored<NumberEntry> stored, UserId user) =>
        Assert.NotNull(await fixture.Host.Services.GetRequiredService<NumberChange>().TryAsync(
            new FoundNumber(number, stored), new AssignedNumber(tenant.Id, user), "assigned", new Author(null, null), Cancellation));

    private Task<List<Change>> TrailAsync(string user) =>
        AuditTrail.OfAsync(fixture, tenant.Id, AuditedObject.Of(UserId.Parse(user).Value));

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}

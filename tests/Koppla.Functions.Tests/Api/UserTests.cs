using System.Net;
using Koppla.Functions.Security;

namespace Koppla.Functions.Tests.Api;

/// <summary>Who may see and change whom.</summary>
public sealed class UserTests(ApiFixture fixture)
{
    /// <summary>Every request about a user, with a body that would be taken.</summary>
    public static readonly TheoryData<string, string, string?> Requests = new()
    {
        { "GET", "", null },
        { "GET", "/status", null },
        { "GET", "/profiles", null },
        { "POST", "/profiles", TenantUser.Profile(TenantUser.Ring) },
        { "GET", "/profiles/lunch", null },
        { "PUT", "/profiles/lunch", TenantUser.Profile(TenantUser.Ring) },
        { "DELETE", "/profiles/lunch", null },
        { "PUT", "/activation", """{"profile":"lunch"}""" },
        { "GET", "/activation", null },
        { "DELETE", "/activation", null },
        { "POST", "/activation/extend", """{"minutes":30}""" },
        { "GET", "/default-profile", null },
        { "PUT", "/default-profile", """{"profile":"lunch"}""" },
        { "GET", "/schedule", null },
        { "PUT", "/schedule", """{"timeZone":"Europe/Stockholm"}""" },
        { "GET", "/exceptions", null },
        { "GET", "/week", null },
        { "PUT", "/exceptions", """{"items":[]}""" },
    };

    private static readonly string[] Bulk = ["activation", "profiles", "schedule"];

    [Fact]
    public async Task A_user_is_told_who_she_is_and_what_is_in_force()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Answers.AssertJson(
            $$$"""
            {"id":"{{{anna.Id}}}","name":"Anna Berg","numbers":["{{{anna.Fixed.E164}}}","{{{anna.Mobile.E164}}}"],"language":"swedish",
            "devices":["app","telephone"],"rings":[{"kind":"app","id":"8:acs:anna"},{"kind":"telephone","number":"{{{Numbers.OtherOutside.E164}}}"}],"timeZone":"Europe/Stockholm",
            "status":{"profile":{"id":"tillganglig","name":"Tillgänglig"},"statusText":"Tillgänglig","source":"default","absence":"none"}}
            """,
            await anna.Api.GetAsync("users/me").JsonAsync());
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_user_sees_and_changes_herself_by_both_names_and_nobody_else(string method, string path, string? body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        var verb = HttpMethod.Parse(method);

        Assert.True((int)await anna.Api.SendAsync(verb, $"users/me{path}", body).StatusAsync() < 300);
        await anna.Api.SendAsync(verb, $"users/{eva.Id}{path}", body).ProblemAsync(404, "user-not-found", "user");
        await anna.Api.SendAsync(verb, $"users/{Guid.NewGuid()}{path}", body).ProblemAsync(404, "user-not-found", "user");
        await anna.Api.SendAsync(verb, $"users/ME{path}", body).ProblemAsync(404, "user-not-found", "user");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_administrator_sees_and_changes_everybody_of_the_organisation(string method, string path, string? body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        using var foreign = await TenantUser.CreateAsync(fixture, other, Routines.WithAnHour);
        using var admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
        var verb = HttpMethod.Parse(method);
        var before = await foreign.VersionAsync();

        Assert.True((int)await admin.SendAsync(verb, $"users/{anna.Id}{path}", body).StatusAsync() < 300);
        await admin.SendAsync(verb, $"users/{foreign.Id}{path}", body).ProblemAsync(404, "user-not-found", "user");
        await admin.SendAsync(verb, $"users/me{path}", body).ProblemAsync(404, "user-not-found", "user");
        Assert.Equal(before, await foreign.VersionAsync());
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Without_a_token_or_a_role_nothing_is_seen_or_changed(string method, string path, string? body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var nobody = new ApiClient(fixture, tenant.Id, anna.Id.Value, "Other.Role");
        using var http = new HttpClient { BaseAddress = new Uri(fixture.Host.BaseAddress, "api/v1/") };
        var verb = HttpMethod.Parse(method);
        using var request = new HttpRequestMessage(verb, $"users/me{path}");

        Assert.Equal(HttpStatusCode.Forbidden, await nobody.SendAsync(verb, $"users/me{path}", body).StatusAsync());
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Only_an_administrator_changes_many_users()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        foreach (var area in Bulk)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await anna.Api.PostAsync($"users/bulk/{area}", "{}").StatusAsync());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/status")]
    [InlineData("/profiles")]
    [InlineData("/profiles/lunch")]
    [InlineData("/default-profile")]
    [InlineData("/schedule")]
    [InlineData("/exceptions")]
    [InlineData("/activation")]
    public async Task Every_part_of_a_user_tells_the_one_version_of_all(string path)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var before = await anna.Api.GetAsync($"users/me{path}").EntityTagAsync();

        Assert.Equal(before, await anna.VersionAsync());
        var after = await anna.Api.PutAsync("users/me/exceptions", """{"items":[]}""", before).EntityTagAsync();
        Assert.Equal(after, await anna.Api.GetAsync($"users/me{path}").EntityTagAsync());
    }

    [Theory]
    [InlineData("PUT", "/profiles/lunch")]
    [InlineData("PUT", "/activation")]
    [InlineData("PUT", "/default-profile")]
    [InlineData("PUT", "/schedule")]
    [InlineData("PUT", "/exceptions")]
    [InlineData("DELETE", "/profiles/lunch")]
    [InlineData("DELETE", "/activation")]
    public async Task A_change_of_a_stale_version_is_refused_and_of_the_current_one_made(string method, string path)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var body = Requests.Single(row => row.Data.Item1 == method && row.Data.Item2 == path).Data.Item3;
        var stale = await anna.VersionAsync();
        var current = await anna.Api.PutAsync("users/me/exceptions", """{"items":[]}""").EntityTagAsync();
        var verb = HttpMethod.Parse(method);

        await anna.Api.SendAsync(verb, $"users/me{path}", body, ("If-Match", stale)).ProblemAsync(412, "version-changed");
        Assert.Equal(current, await anna.VersionAsync());
        Assert.True((int)await anna.Api.SendAsync(verb, $"users/me{path}", body, ("If-Match", current)).StatusAsync() < 300);
    }

    [Fact]
    public async Task Changes_of_different_parts_at_the_same_time_do_not_undo_each_other()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var statuses = await Task.WhenAll(
            anna.Api.PutAsync("users/me/default-profile", """{"profile":"lunch"}""").StatusAsync(),
            anna.Api.PutAsync("users/me/exceptions", """{"items":[{"group":"withheld","treatment":"blocked"}]}""").StatusAsync(),
            anna.Api.PutAsync("users/me/activation", """{"profile":"mote"}""").StatusAsync());

        var handling = await anna.HandlingAsync();
        Assert.Equal(statuses[0] == HttpStatusCode.OK, handling.DefaultProfile.Value == "lunch");
        Assert.Equal(statuses[1] == HttpStatusCode.OK, handling.Exceptions.Length == 1);
        Assert.Equal(statuses[2] == HttpStatusCode.Created, handling.Activation?.Profile.Value == "mote");
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Conflict));
    }
}

using System.Net;
using Koppla.Functions.Security;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>A POST that is sent again has its effect once.</summary>
public sealed class IdempotencyTests(ApiFixture fixture)
{
    private const string Profiles = "users/me/profiles";
    private const string Extend = "users/me/activation/extend";

    [Fact]
    public async Task A_profile_is_made_once_and_told_of_as_often_as_asked()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring);

        using var first = await anna.Api.PostAsync(Profiles, body, "key-1");
        using var second = await anna.Api.PostAsync(Profiles, body, "key-1");
        using var other = await anna.Api.PostAsync(Profiles, body, "key-2");

        Assert.All([first, second, other], response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
        Assert.Equal(12, (await anna.HandlingAsync()).Profiles.Length);
    }

    [Fact]
    public async Task Ten_at_the_same_time_make_one_profile()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => anna.Api.PostAsync(Profiles, body, "key").StatusAsync()));

        Assert.Contains(HttpStatusCode.Created, statuses);
        Assert.Equal(11, (await anna.HandlingAsync()).Profiles.Length);
    }

    [Fact]
    public async Task An_activation_is_extended_once()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var end = (await anna.HandlingAsync()).Activation!.Until;

        var first = await anna.Api.PostAsync(Extend, """{"minutes":30}""", "key").JsonAsync();
        var second = await anna.Api.PostAsync(Extend, """{"minutes":30}""", "key").JsonAsync();

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(end + Duration.FromMinutes(30), (await anna.HandlingAsync()).Activation!.Until);
        await anna.Api.PostAsync(Extend, """{"minutes":30}""", "another").JsonAsync();
        Assert.Equal(end + Duration.FromMinutes(60), (await anna.HandlingAsync()).Activation!.Until);
    }

    [Fact]
    public async Task A_bulk_activation_is_made_once_for_each_user()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = new ApiClient(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);
        var body = $$$"""{"users":["{{{anna.Id}}}"],"activation":{"profile":"lunch","standardLength":true}}""";

        var first = await admin.PostAsync("users/bulk/activation", body, "key").JsonAsync();
        var version = await anna.VersionAsync();
        var second = await admin.PostAsync("users/bulk/activation", body, "key").JsonAsync();

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(version, await anna.VersionAsync());
    }

    [Fact]
    public async Task A_key_is_for_one_request()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        await anna.Api.PostAsync(Extend, """{"minutes":30}""", "key").JsonAsync();

        await anna.Api.PostAsync(Extend, """{"minutes":60}""", "key").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
        await anna.Api.PostAsync(Profiles, TenantUser.Profile(TenantUser.Ring), "key")
            .ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PostAsync(Extend, """{"minutes":30}""", "key").ProblemAsync(404, "activation-missing");
        await anna.Api.PostAsync($"{Profiles}?dryRun=true", TenantUser.Profile(TenantUser.Ring), "key").JsonAsync();
        await anna.Api.PostAsync(Profiles, TenantUser.Profile(TenantUser.Ring), "key").JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_key_outlives_other_changes_and_what_it_made()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring);
        var made = (await anna.Api.PostAsync(Profiles, body, "key").JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<string>();

        await anna.Api.PutAsync("users/me/exceptions", """{"items":[]}""").JsonAsync();
        await anna.Api.PutAsync("users/me/activation", """{"profile":"lunch"}""").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(made, (await anna.Api.PostAsync(Profiles, body, "key").JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<string>());
        await anna.Api.DeleteAsync($"{Profiles}/{made}").StatusAsync();
        await anna.Api.PostAsync(Profiles, body, "key").ProblemAsync(409, "profile-gone-since");
    }

    [Fact]
    public async Task The_latest_twenty_keys_of_a_user_are_remembered()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var body = TenantUser.Profile(TenantUser.Ring);
        for (var i = 0; i <= 20; i++)
        {
            await anna.Api.PostAsync(Profiles, body, $"key-{i}").JsonAsync(HttpStatusCode.Created);
        }

        await anna.Api.PostAsync(Profiles, body, "key-1").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(31, (await anna.HandlingAsync()).Profiles.Length);
        await anna.Api.PostAsync(Profiles, body, "key-0").JsonAsync(HttpStatusCode.Created);
        Assert.Equal(32, (await anna.HandlingAsync()).Profiles.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("65")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        key = key == "65" ? new string('k', 65) : key;

        await anna.Api.PostAsync(Profiles, TenantUser.Profile(TenantUser.Ring), key)
            .ProblemAsync(400, "idempotency-key-not-valid", "Idempotency-Key");
        Assert.Equal(10, (await anna.HandlingAsync()).Profiles.Length);
    }

    [Fact]
    public async Task A_key_of_64_characters_is_taken()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(
            HttpStatusCode.Created, await anna.Api.PostAsync(Profiles, TenantUser.Profile(TenantUser.Ring), new string('~', 64)).StatusAsync());
    }
}

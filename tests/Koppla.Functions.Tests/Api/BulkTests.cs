using System.Text.Json.Nodes;
using Koppla.Functions.Security;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>The same change of many users.</summary>
public sealed class BulkTests(ApiFixture fixture)
{
    [Fact]
    public async Task Every_user_is_changed_or_refused_alone()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant, handling => handling with { Profiles = [DefaultProfiles.All[0]] });
        using var foreign = await TenantUser.CreateAsync(fixture, other);
        using var admin = Administrator(tenant);

        var answer = await admin.PostAsync(
            "users/bulk/activation",
            $$$"""{"users":["{{{foreign.Id}}}","{{{eva.Id}}}","{{{anna.Id}}}"],"activation":{"profile":"lunch","standardLength":true}}""").JsonAsync();

        var items = answer["items"]!.AsArray();
        Assert.Equal(["refused", "refused", "changed"], items.Select(item => item!["status"]!.GetValue<string>()));
        Assert.Equal("urn:koppla:problem:user-not-found", items[0]!["problem"]!["type"]!.GetValue<string>());
        Assert.Equal("urn:koppla:problem:profile-unknown", items[1]!["problem"]!["type"]!.GetValue<string>());
        Assert.Equal(422, items[1]!["problem"]!["status"]!.GetValue<int>());
        Assert.NotNull(items[1]!["problem"]!["errors"]!["profile"]);
        Answers.AssertJson($$"""{"user":"{{anna.Id}}","status":"changed"}""", items[2]);
        var activation = (await anna.HandlingAsync()).Activation!;
        Assert.Equal(("lunch", Duration.FromHours(1)), (activation.Profile.Value, activation.Until - activation.Since));
        Assert.Null((await foreign.HandlingAsync()).Activation);
    }

    [Fact]
    public async Task A_profile_and_a_schedule_reach_many_users()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = Administrator(tenant);
        var users = $"""["{anna.Id}","{eva.Id}"]""";

        AssertAll("changed", await admin.PostAsync(
            "users/bulk/profiles",
            $$$$"""{"users":{{{{users}}}},"profile":{"id":"stangt","name":"Stängt","fixed":{{{{TenantUser.Forward(anna.Mobile)}}}},"mobile":{"action":"reject"}}}""").JsonAsync());
        AssertAll("changed", await admin.PostAsync(
            "users/bulk/schedule",
            $$$$"""{"users":{{{{users}}}},"schedule":{"timeZone":"Europe/Stockholm","holidays":{"profile":"stangt"}}}""").JsonAsync());

        foreach (var user in new[] { anna, eva })
        {
            var handling = await user.HandlingAsync();
            Assert.Equal("Stängt", handling.Find(ProfileId.Parse("stangt").Value)?.Name);
            Assert.Equal("stangt", handling.Schedule.Holidays?.Profile.Value);
        }
    }

    [Fact]
    public async Task What_is_a_circle_for_one_user_is_refused_for_that_user()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = Administrator(tenant);
        var toAnna = TenantUser.Forward(anna.Fixed);

        var answer = await admin.PostAsync(
            "users/bulk/profiles",
            $$$"""{"users":["{{{anna.Id}}}","{{{eva.Id}}}"],"profile":{"id":"anna","name":"Anna","fixed":{{{toAnna}}},"mobile":{{{toAnna}}}}}""").JsonAsync();

        var items = answer["items"]!.AsArray();
        Assert.Equal("urn:koppla:problem:destination-is-own-number", items[0]!["problem"]!["type"]!.GetValue<string>());
        Assert.Equal("changed", items[1]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_bulk_change_may_only_be_tried()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = Administrator(tenant);
        var before = await anna.VersionAsync();

        var answer = await admin.PostAsync(
            "users/bulk/activation?dryRun=true", $$$"""{"users":["{{{anna.Id}}}"],"activation":{"profile":"lunch"}}""").JsonAsync();

        AssertAll("tried", answer);
        Assert.True(answer["items"]![0]!["preview"]!["changed"]!.GetValue<bool>());
        Assert.Equal(before, await anna.VersionAsync());
    }

    [Fact]
    public async Task Two_hundred_users_are_allowed_and_no_more_and_each_once()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);
        var ids = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid().ToString()).ToArray();

        var answer = await PostAsync(ids[..200]).JsonAsync();
        Assert.Equal(ids[..200], answer["items"]!.AsArray().Select(item => item!["user"]!.GetValue<string>()));
        await PostAsync(ids).ProblemAsync(422, "too-many", "users");
        await PostAsync().ProblemAsync(422, "users-missing", "users");
        await PostAsync(ids[0], ids[1], ids[0]).ProblemAsync(422, "users-repeated", "users");
        await PostAsync(ids[0], ids[0].ToUpperInvariant()).ProblemAsync(422, "users-repeated", "users");
        await PostAsync(ids[0], "me").ProblemAsync(422, "id-not-valid", "users[1]");

        Task<HttpResponseMessage> PostAsync(params string[] users) => admin.PostAsync(
            "users/bulk/activation", new JsonObject
            {
                ["users"] = new JsonArray([.. users.Select(user => JsonValue.Create(user))]),
                ["activation"] = new JsonObject { ["profile"] = "lunch" },
            }.ToJsonString());
    }

    [Theory]
    [InlineData("activation", """{"users":[],"activation":{"profile":"lunch"}}""")]
    [InlineData("profiles", """{"users":[],"profile":{"id":"x","name":"x","fixed":{"action":"ring"},"mobile":{"action":"ring"}}}""")]
    [InlineData("schedule", """{"users":[],"schedule":{"timeZone":"Europe/Stockholm"}}""")]
    public async Task A_change_of_nobody_is_refused(string area, string body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);

        await admin.PostAsync($"users/bulk/{area}", body).ProblemAsync(422, "users-missing", "users");
    }

    [Theory]
    [InlineData("activation", "{}", "activation")]
    [InlineData("profiles", """{"users":[]}""", "profile")]
    [InlineData("schedule", "{}", "schedule")]
    [InlineData("activation", """{"activation":{"profile":"lunch"}}""", "users")]
    [InlineData("activation", """{"users":null,"activation":{"profile":"lunch"}}""", "users")]
    [InlineData("activation", """{"users":[null],"activation":{"profile":"lunch"}}""", "users[0]")]
    [InlineData("activation", """{"users":[1],"activation":{"profile":"lunch"}}""", "users[0]")]
    [InlineData("activation", """{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"activation":{}}""", "activation.profile")]
    [InlineData("profiles", """{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"profile":{"name":"x"}}""", "profile.id")]
    [InlineData("profiles", """{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"profile":{"id":"x","name":"x"}}""", "profile.fixed")]
    [InlineData("schedule", """{"users":["5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"],"schedule":{}}""", "schedule.timeZone")]
    public async Task A_body_that_is_not_whole_changes_nobody(string area, string body, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);

        await admin.PostAsync($"users/bulk/{area}", body).ProblemAsync(400, "body-not-valid", field);
    }

    private ApiClient Administrator(Tenant tenant) => new(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);

    private static void AssertAll(string status, JsonObject answer) =>
        Assert.All(answer["items"]!.AsArray(), item => Assert.Equal(status, item!["status"]!.GetValue<string>()));
}

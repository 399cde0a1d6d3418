namespace Koppla.Functions.Tests.Api;

/// <summary>Changes that are only tried: every check, and nothing changed.</summary>
public sealed class DryRunTests(ApiFixture fixture)
{
    public static readonly TheoryData<string, string, string?> Changes =
        [.. UserTests.Requests.Where(request => request.Data.Item1 != "GET").Select(request => request.Data)];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nothing_is_changed_and_the_answer_says_what_would_be(string method, string path, string? body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var before = await anna.VersionAsync();

        var answer = await anna.Api.SendAsync(HttpMethod.Parse(method), $"users/me{path}?dryRun=true", body).JsonAsync();

        Assert.Equal(path is not ("/schedule" or "/exceptions"), answer["changed"]!.GetValue<bool>());
        Assert.Empty(answer["warnings"]!.AsArray());
        Assert.Equal(before, await anna.VersionAsync());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Only_true_and_false_are_understood(string method, string path, string? body)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Routines.WithAnHour);
        var before = await anna.VersionAsync();

        foreach (var value in new[] { "", "1", "True", "yes", "true&dryRun=false" })
        {
            await anna.Api.SendAsync(HttpMethod.Parse(method), $"users/me{path}?dryRun={value}", body).ProblemAsync(400, "parameter-not-valid", "dryRun");
        }

        Assert.Equal(before, await anna.VersionAsync());
        Assert.True((int)await anna.Api.SendAsync(HttpMethod.Parse(method), $"users/me{path}?dryRun=false", body).StatusAsync() < 300);
        Assert.NotEqual(before, await anna.VersionAsync());
    }

    [Fact]
    public async Task What_would_be_refused_is_refused()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var back = await tenant.ReservedAsync(anna.Fixed);
        const string Lunch = "users/me/profiles/lunch?dryRun=true";

        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Forward(back))).ProblemAsync(422, "forwarding-loop", "fixed");
        await anna.Api.PutAsync(Lunch, TenantUser.Profile(TenantUser.Ring), "\"stale\"").ProblemAsync(412, "version-changed");
        await anna.Api.DeleteAsync("users/me/profiles/tillganglig?dryRun=true").ProblemAsync(409, "profile-in-use", "profile");
        await anna.Api.DeleteAsync("users/me/profiles/okand?dryRun=true").ProblemAsync(404, "profile-not-found", "profile");
    }

    [Fact]
    public async Task What_would_be_warned_of_is_warned_of()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var back = await tenant.ReservedAsync(anna.Fixed);

        var answer = await anna.Api.PutAsync(
            "users/me/profiles/lunch?dryRun=true",
            TenantUser.Profile($$$$"""{"action":"ring","onBusy":{"action":"forward","to":{"number":"{{{{back.E164}}}}"}}}""")).JsonAsync();

        Assert.Equal("loop-if-busy", Assert.Single(answer["warnings"]!.AsArray())!["name"]!.GetValue<string>());
    }
}

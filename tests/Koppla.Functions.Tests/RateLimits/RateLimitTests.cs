using System.Net;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.RateLimits;

/// <summary>Whose requests count together, and what is not counted. The buckets are so small that a test fills no more than one.</summary>
public sealed class RateLimitTests(ApiFixture fixture)
{
    private const string Path = "users/me/calls";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_has_a_bucket_of_its_own()
    {
        await using var host = await StartAsync(("RateLimits:PersonPerMinute", "2"));
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = tenant.Client(host);
        using var lars = tenant.Client(host);

        await AssertAsync(anna, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        await AssertAsync(lars, HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_of_an_organisation_share_another()
    {
        await using var host = await StartAsync(("RateLimits:OrganisationPerMinute", "2"));
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        using var anna = tenant.Client(host);
        using var lars = tenant.Client(host);
        using var stranger = other.Client(host);

        await AssertAsync(anna, HttpStatusCode.OK, HttpStatusCode.OK);
        await AssertAsync(lars, HttpStatusCode.TooManyRequests);
        await AssertAsync(stranger, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_no_valid_token_is_counted_by_address_and_takes_nothing_from_others()
    {
        await using var host = await StartAsync(("RateLimits:AddressPerMinute", "2"));
        using var nobody = new HttpClient { BaseAddress = new Uri(host.BaseAddress, "api/v1/") };
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = tenant.Client(host);

        await AssertAsync(nobody, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests);
        await AssertAsync(anna, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("api/health/live")]
    [InlineData("api/health/ready")]
    [InlineData("api/sounds/ringback.wav")]
    public async Task Health_and_sounds_are_not_counted(string path)
    {
        await using var host = await StartAsync(("RateLimits:AddressPerMinute", "1"));
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await client.GetAsync(path, Cancellation).StatusAsync());
        }
    }

    [Theory]
    [InlineData("PersonPerMinute", "0")]
    [InlineData("OrganisationPerMinute", "-1")]
    [InlineData("AddressPerMinute", "many")]
    public async Task Limits_that_are_none_stop_the_start(string setting, string value) =>
        Assert.Contains(setting, (await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(($"RateLimits:{setting}", value)))).ToString(), StringComparison.Ordinal);

    private Task<ApiHost> StartAsync(params (string Name, string Value)[] settings) =>
        ApiHost.StartAsync(fixture.ConnectionString, fixture.Issuer.Tokens, null, settings);

    private static async Task AssertAsync(HttpClient client, params HttpStatusCode[] expected)
    {
        foreach (var status in expected)
        {
            Assert.Equal(status, await client.GetAsync(Path, Cancellation).StatusAsync());
        }
    }
}

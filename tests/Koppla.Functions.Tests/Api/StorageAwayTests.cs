using System.Net;

namespace Koppla.Functions.Tests.Api;

/// <summary>The API while nothing listens where storage should be.</summary>
public sealed class StorageAwayTests(ApiFixture fixture)
{
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    [Theory]
    [InlineData("GET", "numbers")]
    [InlineData("GET", "numbers/+46846500410")]
    [InlineData("GET", "numbers/+46846500410/forwarding")]
    [InlineData("PUT", "numbers/+46846500410/forwarding")]
    [InlineData("DELETE", "numbers/+46846500410/forwarding")]
    [InlineData("GET", "calls")]
    [InlineData("GET", "calls/0000000000000000000-0000000000000000")]
    [InlineData("GET", "colleagues?q=anna")]
    [InlineData("GET", "organisation/webhook")]
    [InlineData("DELETE", "organisation/webhook")]
    [InlineData("GET", "organisation/webhook/dead-letters")]
    [InlineData("GET", "users/me")]
    [InlineData("GET", "users/me/schedule")]
    [InlineData("DELETE", "users/me/activation")]
    [InlineData("DELETE", "users/me/profiles/lunch?dryRun=true")]
    public async Task Every_operation_says_that_storage_is_away_and_when_to_try_again(string method, string path)
    {
        await using var host = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);
        using var tenant = await Tenant.CreateAsync(fixture);
        using var client = tenant.Client(host);
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "PUT" ? Tenant.Json("{\"destination\":\"0701740660\"}"u8.ToArray()) : null,
        };

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("5", response.Headers.RetryAfter?.ToString());
        await Task.FromResult(response).ProblemAsync(503, "storage-unavailable");
    }

    [Fact]
    public async Task A_bulk_change_says_of_each_user_that_it_may_be_tried_again()
    {
        await using var host = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);
        using var tenant = await Tenant.CreateAsync(fixture);
        using var client = tenant.Client(host);
        var body = $$$"""{"users":["{{{Guid.NewGuid()}}}"],"activation":{"profile":"lunch"}}""";

        var answer = await client.PostAsync(
            "users/bulk/activation", Tenant.Json(System.Text.Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken).JsonAsync();

        var item = Assert.Single(answer["items"]!.AsArray())!;
        Assert.Equal("failed", item["status"]!.GetValue<string>());
        Assert.Equal("urn:koppla:problem:storage-unavailable", item["problem"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_app_lives_but_is_not_ready()
    {
        await using var host = await ApiHost.StartAsync(Nowhere, fixture.Issuer.Tokens);
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("api/health/live", TestContext.Current.CancellationToken).StatusAsync());
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable, await client.GetAsync("api/health/ready", TestContext.Current.CancellationToken).StatusAsync());
    }

    [Fact]
    public async Task With_storage_the_app_is_ready()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };

        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("api/health/live", TestContext.Current.CancellationToken).StatusAsync());
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("api/health/ready", TestContext.Current.CancellationToken).StatusAsync());
    }
}

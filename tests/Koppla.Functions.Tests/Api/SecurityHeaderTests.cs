using Koppla.Functions.Tests.Documentation;

namespace Koppla.Functions.Tests.Api;

/// <summary>What every answer says to browsers and to whoever keeps answers.</summary>
public sealed class SecurityHeaderTests(ApiFixture fixture, Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> Operations => new(KeptDocument.Operations.Select(operation => operation.Id));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_operation_has_them_whether_it_does_what_is_asked_or_not(string id)
    {
        var operation = KeptDocument.Operations.Single(each => each.Id == id);
        using var done = await stage.SendAsync(stage.Request(operation, operation.Reads("dryRun") ? "dryRun=true" : ""));
        using var refused = await stage.SendAsync(stage.Bare(operation));
        using var failed = await stage.SendAsync(stage.Request(operation), stage.WithoutStorage);

        Assert.All([done, refused, failed], response =>
        {
            AssertSafe(response);
            Assert.True(response.Headers.CacheControl?.NoStore);
        });
    }

    [Theory]
    [InlineData("api/health/live")]
    [InlineData("api/sounds/ringback.wav")]
    [InlineData("api/openapi/v1.json")]
    [InlineData("api/docs/scalar.js")]
    [InlineData("api/v1/no-such-thing")]
    [InlineData("api/no-such-thing")]
    public async Task So_has_everything_else(string path)
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        AssertSafe(response);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task A_page_of_another_site_gets_no_leave_to_read_an_answer(string method)
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/v1/numbers");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertSafe(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Empty(response.Headers.Server);
    }
}

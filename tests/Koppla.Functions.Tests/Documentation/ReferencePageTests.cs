using System.Net;
using System.Text.RegularExpressions;
using Koppla.Functions.Tests.Api;

namespace Koppla.Functions.Tests.Documentation;

/// <summary>The reference page needs nothing from elsewhere.</summary>
public sealed partial class ReferencePageTests(ApiFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_no_host_and_its_scripts_are_here()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        var page = await client.GetStringAsync("api/docs/", Cancellation);

        Assert.DoesNotContain("//", page, StringComparison.Ordinal);
        var scripts = Source().Matches(page).Select(match => match.Groups["name"].Value).ToArray();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            using var response = await client.GetAsync($"api/docs/{script}", Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("javascript", response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_shows_the_document_of_this_app()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        var page = await client.GetStringAsync("api/docs/", Cancellation);

        // Resolved against what is before /docs/ in the browser's address.
        Assert.Contains("\"url\":\"openapi/v1.json\"", page, StringComparison.Ordinal);
        using var document = await client.GetAsync("api/openapi/v1.json", Cancellation);
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        Assert.Equal("application/json", document.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_browser_runs_only_its_own_scripts_and_asks_nobody_else()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        using var first = await client.GetAsync("api/docs/", Cancellation);
        using var second = await client.GetAsync("api/docs/", Cancellation);
        var policy = Assert.Single(first.Headers.GetValues("Content-Security-Policy"));
        var page = await first.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        var nonce = Nonce().Match(policy).Groups["name"].Value;
        Assert.Equal(Script().Count(page), page.Split($"nonce=\"{nonce}\"").Length - 1);
        Assert.NotEqual(policy, Assert.Single(second.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Who_has_the_document_is_not_sent_it_again()
    {
        using var client = new HttpClient { BaseAddress = fixture.Host.BaseAddress };
        using var first = await client.GetAsync("api/openapi/v1.json", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/openapi/v1.json") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [GeneratedRegex("src=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();

    [GeneratedRegex("<script", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex("'nonce-(?<name>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}

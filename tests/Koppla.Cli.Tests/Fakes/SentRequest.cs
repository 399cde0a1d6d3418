using System.Net.Http.Headers;

namespace Koppla.Cli.Tests.Fakes;

/// <param name="Path">With the query, under <c>/api/v1/</c>.</param>
internal sealed record SentRequest(string Method, string Path, string? Body, HttpRequestHeaders Headers)
{
    private const string Root = "/api/v1/";

    public string? Key => Headers.TryGetValues("Idempotency-Key", out var values) ? values.Single() : null;

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var path = request.RequestUri!.PathAndQuery;
        Assert.StartsWith(Root, path, StringComparison.Ordinal);
        return new(
            request.Method.Method,
            path[Root.Length..],
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellation),
            request.Headers);
    }
}

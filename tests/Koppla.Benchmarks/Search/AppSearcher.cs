using System.Text.Json;

namespace Koppla.Benchmarks.Search;

/// <summary>The app, asked over its API.</summary>
internal sealed class AppSearcher(HttpClient client) : ISearcher
{
    public string Name => "app";

    public async Task<int> SearchAsync(string text, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync($"colleagues?q={Uri.EscapeDataString(text)}", cancellation);
        answer.EnsureSuccessStatusCode();
        using var page = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
        return page.RootElement.GetProperty("items").GetArrayLength();
    }
}

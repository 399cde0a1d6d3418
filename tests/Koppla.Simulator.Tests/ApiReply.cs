using System.Text.Json;

namespace Koppla.Simulator.Tests;

/// <summary>Status, JSON body and headers of one answer.</summary>
internal sealed record ApiReply(int Status, JsonElement Json, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Json.GetProperty("error").GetProperty("code").GetString();

    public (int Status, string? Code) Refusal => (Status, Code);

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode,
            body.Length == 0 ? default : JsonDocument.Parse(body).RootElement,
            body,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public string Text(string name) => Json.GetProperty(name).GetString()!;
}

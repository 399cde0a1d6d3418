using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Simulator.Tests;

/// <summary>Signs requests by hand, as the specification says, independently of the simulator's own code.</summary>
internal sealed class SignedClient(SimulatorServer simulator) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = simulator.BaseAddress };

    public async Task<ApiReply> SendAsync(HttpMethod method, string pathAndQuery, string? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, pathAndQuery);
        Sign(request, method, pathAndQuery, body);
        change?.Invoke(request);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiReply.ReadAsync(response);
    }

    public void Dispose() => http.Dispose();

    private void Sign(HttpRequestMessage request, HttpMethod method, string pathAndQuery, string? body)
    {
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        var hash = Convert.ToBase64String(SHA256.HashData(bytes));
        var date = simulator.Options.TimeProvider.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        var text = $"{method.Method}\n{pathAndQuery}\n{date};{simulator.BaseAddress.Authority};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(simulator.Options.AccessKey!), Encoding.ASCII.GetBytes(text)));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-content-sha256", hash);
        request.Headers.TryAddWithoutValidation("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
        if (body is not null)
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}

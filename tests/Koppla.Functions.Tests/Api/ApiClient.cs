using System.Net.Http.Headers;
using System.Text;
using Koppla.Routing;

namespace Koppla.Functions.Tests.Api;

/// <summary>Somebody who uses the API.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(ApiFixture fixture, OrganisationId organisation, Guid person, params string[] roles)
    {
        http = new HttpClient { BaseAddress = new Uri(fixture.Host.BaseAddress, "api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fixture.Issuer.Tokens.PersonToken(
            organisation.Value, person, "Somebody", roles, ApiHost.Audience));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> DeleteAsync(string path, string? ifMatch = null) =>
        SendAsync(HttpMethod.Delete, path, null, ("If-Match", ifMatch));

    public Task<HttpResponseMessage> PutAsync(string path, string json, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, json, ("If-Match", ifMatch));

    public Task<HttpResponseMessage> CreateAsync(string path, string json) =>
        SendAsync(HttpMethod.Put, path, json, ("If-None-Match", "*"));

    public Task<HttpResponseMessage> PostAsync(string path, string json, string? key = null) =>
        SendAsync(HttpMethod.Post, path, json, ("Idempotency-Key", key));

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? json = null, (string? Name, string? Value) header = default)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = json is null ? null : Tenant.Json(Encoding.UTF8.GetBytes(json)),
        };
        if (header is ({ } name, { } value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A stream of events, of which nothing is read yet.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public void Dispose() => http.Dispose();
}

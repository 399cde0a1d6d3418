using System.Net.Http.Headers;
using System.Text;
using Koppla.Cli.Running;
using Polly.Timeout;

namespace Koppla.Cli.Api;

/// <summary>Sends requests to one server for one person. What can be expected to fail is a <see cref="Failure"/>.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly FailureReading failures;

    private ApiClient(HttpClient http, FailureReading failures) => (this.http, this.failures) = (http, failures);

    /// <param name="tell">Is told when a request waits to be sent again.</param>
    public static ApiClient To(Connection connection, Surroundings surroundings, Action<string> tell)
    {
        var client = new HttpClient(new RetryHandler(surroundings.Network(), surroundings.Time, tell))
        {
            BaseAddress = new Uri($"{connection.Server.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v1/"),
            Timeout = Timeout.InfiniteTimeSpan, // the handler limits each try
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", connection.Token);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("koppla-cli");
        return new ApiClient(client, new FailureReading(connection.Server, TokenFacts.Of(connection.Token), surroundings.Time));
    }

    public Task<(Answer? Answer, Failure? Failure)> SendAsync(ApiRequest request, CancellationToken cancellation) =>
        SendAsync(request, HttpCompletionOption.ResponseContentRead, ReadAsync, cancellation);

    /// <summary>Copies the answer as it comes.</summary>
    public async Task<Failure?> DownloadAsync(ApiRequest request, Func<Stream, Task> copy, CancellationToken cancellation)
    {
        var (_, failure) = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CopyAsync, cancellation);
        return failure;

        async Task<bool> CopyAsync(HttpResponseMessage response)
        {
            await using var content = await response.Content.ReadAsStreamAsync(cancellation);
            await copy(content);
            return true;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString());

    private static HttpRequestMessage MessageOf(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(request.Path, UriKind.Relative));
        message.Content = request.Body is { } body ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        if (request.Method == HttpMethod.Post)
        {
            // One key for all tries: what was done before an answer was lost is not done twice.
            message.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7():N}");
        }

        if (request.IfMatch is { } version)
        {
            message.Headers.IfMatch.ParseAdd(version);
        }

        if (request.CreatesOnly)
        {
            message.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }

        if (request.Language is { } language)
        {
            message.Headers.AcceptLanguage.ParseAdd(language);
        }

        return message;
    }

    private async Task<(T? Value, Failure? Failure)> SendAsync<T>(
        ApiRequest request, HttpCompletionOption completion, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            using var message = MessageOf(request);
            using var response = await http.SendAsync(message, completion, cancellation);
            return response.IsSuccessStatusCode
                ? (await read(response), null)
                : (default, failures.Of(response, await response.Content.ReadAsStringAsync(cancellation)));
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpIOException or TimeoutRejectedException)
        {
            return (default, failures.Of(broken));
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Koppla.Cli.Tests.Fakes;

/// <summary>An API that answers what it was told to, in order, and remembers what it was asked.</summary>
internal sealed class FakeApi
{
    private readonly ConcurrentQueue<Func<SentRequest, HttpResponseMessage>> answers = new();

    /// <summary>It takes requests and never answers.</summary>
    public bool IsSilent { get; set; }

    public List<SentRequest> Requests { get; } = [];

    public SentRequest Request => Assert.Single(Requests);

    public FakeApi Answer(string body = "", int status = 200, string? version = null, Action<HttpResponseMessage>? also = null) =>
        Answer(_ => Of(body, status, "application/json", version, also));

    public FakeApi Refuse(int status, string problem, Action<HttpResponseMessage>? also = null) =>
        Answer(_ => Of(problem, status, "application/problem+json", null, also));

    public FakeApi Answer(Func<SentRequest, HttpResponseMessage> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public HttpMessageHandler Handler() => new Door(this);

    public static HttpResponseMessage Of(
        string body, int status = 200, string type = "application/json", string? version = null, Action<HttpResponseMessage>? also = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (version is not null)
        {
            response.Headers.ETag = new(version);
        }

        also?.Invoke(response);
        return response;
    }

    private sealed class Door(FakeApi api) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await SentRequest.OfAsync(request, cancellationToken);
            api.Requests.Add(sent);
            if (api.IsSilent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return api.answers.TryDequeue(out var answer)
                ? answer(sent)
                : throw new InvalidOperationException($"Nobody expected {sent.Method} {sent.Path}.");
        }
    }
}

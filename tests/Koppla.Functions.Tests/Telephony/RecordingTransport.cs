using System.Net;
using Azure.Core.Pipeline;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>A transport of Azure.Core that keeps what was sent and answers from a script; at its end, 204.</summary>
internal sealed class RecordingTransport : HttpMessageHandler
{
    private readonly Queue<HttpStatusCode> answers;
    private readonly List<SentRequest> sent = [];

    public RecordingTransport(params HttpStatusCode[] answers) => this.answers = new(answers);

    public IReadOnlyList<SentRequest> Sent => sent;

    public HttpClientTransport ToTransport() => new(this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        sent.Add(new SentRequest(
            request.RequestUri!.AbsolutePath,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase)));
        return new HttpResponseMessage(answers.TryDequeue(out var status) ? status : HttpStatusCode.NoContent)
        {
            Content = new ByteArrayContent([]),
        };
    }
}

internal sealed record SentRequest(string Path, string Body, IReadOnlyDictionary<string, string> Headers);

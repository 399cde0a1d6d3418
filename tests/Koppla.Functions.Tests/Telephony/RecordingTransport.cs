using System.Net;
using System.Text;
using Azure.Communication.CallAutomation;
using Azure.Core;
using Azure.Core.Pipeline;
using Koppla.Functions.Telephony.AzureCommunication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>A transport of Azure.Core that keeps what was sent and answers from a script; at its end, 204.</summary>
internal sealed class RecordingTransport : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Body)> answers;
    private readonly List<SentRequest> sent = [];

    public RecordingTransport(params HttpStatusCode[] answers) => this.answers = new(answers.Select(status => (status, "")));

    public RecordingTransport(IEnumerable<(HttpStatusCode Status, string Body)> answers) => this.answers = new(answers);

    public IReadOnlyList<SentRequest> Sent => sent;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 3, 13, 11, 0, TimeSpan.Zero));

    /// <summary>Our call control on the real client, with this as its network.</summary>
    public AzureCommunicationCallControl ToCallControl(AzureCommunicationOptions? settings = null)
    {
        var options = new CallAutomationClientOptions
        {
            Transport = new HttpClientTransport(this),
            RetryPolicy = new ConflictRetryPolicy(maxRetries: 2, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.Zero)),
        };
        options.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        var client = new CallAutomationClient("endpoint=http://127.0.0.1:1/;accesskey=c2VjcmV0", options);
        return new AzureCommunicationCallControl(client, Options.Create(settings ?? new AzureCommunicationOptions()), Time);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        sent.Add(new SentRequest(
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase)));
        var (status, body) = answers.TryDequeue(out var answer) ? answer : (HttpStatusCode.NoContent, "");
        return new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
    }
}

internal sealed record SentRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);

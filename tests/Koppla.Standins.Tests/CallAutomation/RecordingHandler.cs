using System.Net;
using System.Text;

namespace Koppla.Standins.Tests.CallAutomation;

/// <summary>Stands where the network would be: keeps what was sent and gives the answers it was told to.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<RecordedRequest> Requests { get; } = [];

    public RecordingHandler Answer(int status, string? json = null, Action? before = null)
    {
        _answers.Enqueue(() =>
        {
            before?.Invoke();
            var response = new HttpResponseMessage((HttpStatusCode)status);
            if (json is not null)
            {
                response.Content = new StringContent(json, Encoding.UTF8, "application/json");
            }

            return response;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new RecordedRequest(request.Method.Method, request.RequestUri!, headers, body));
        return _answers.Dequeue()();
    }
}

internal sealed record RecordedRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string Target => Uri.PathAndQuery;

    public string this[string header] => Headers[header];

    public bool Has(string header) => Headers.ContainsKey(header);
}

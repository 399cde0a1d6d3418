using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>Sends operations to <c>{endpoint}/calling/callConnections</c>.</summary>
internal sealed class CallingPipeline(HttpPipeline pipeline, Uri endpoint, string apiVersion, TimeProvider time)
{
    private readonly string _root = endpoint.AbsoluteUri.TrimEnd('/') + "/calling/callConnections";
    private readonly string _query = "?api-version=" + apiVersion;

    public Uri UriOf(Operation operation) => new(_root + operation.Suffix + _query);

    /// <param name="operation">An operation on one call.</param>
    /// <param name="callConnectionId">The call.</param>
    /// <param name="part">An escaped path segment after the operation's suffix.</param>
    public Uri UriOf(Operation operation, string callConnectionId, string part = "") =>
        new($"{_root}/{Uri.EscapeDataString(callConnectionId)}{operation.Suffix}{part}{_query}");

    public async Task<Response> SendAsync(Operation operation, Uri uri, IRequestBody? body, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage(context: null, operation.Classifier);
        var request = message.Request;
        request.Method = operation.Method;
        request.Uri.Reset(uri);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (operation.Repeatable)
        {
            request.Headers.Add("Repeatability-Request-ID", Guid.NewGuid().ToString());
            request.Headers.Add("Repeatability-First-Sent", time.GetUtcNow().ToString("R"));
        }

        if (body is not null)
        {
            request.Headers.Add(HttpHeader.Common.JsonContentType);
            request.Content = JsonBody.Of(body);
        }

        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }
}

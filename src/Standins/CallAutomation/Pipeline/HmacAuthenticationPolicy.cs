using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>Signs each attempt with the access key: HMAC-SHA256 over method, path and query, date, host and body hash.</summary>
internal sealed class HmacAuthenticationPolicy(byte[] accessKey, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    private const string Scheme = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var uri = request.Uri.ToUri();
        var date = time.GetUtcNow().ToString("R");
        var contentHash = ContentHash(request.Content);
        var signature = Sign($"{request.Method.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{contentHash}");
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Date", date);
        request.Headers.SetValue("x-ms-content-sha256", contentHash);
        request.Headers.SetValue("Authorization", Scheme + signature);
    }

    private string Sign(string text)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(accessKey, Encoding.ASCII.GetBytes(text), signature);
        return Convert.ToBase64String(signature);
    }

    private static string ContentHash(RequestContent? content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Bytes(content).Span, hash);
        return Convert.ToBase64String(hash);
    }

    private static ReadOnlyMemory<byte> Bytes(RequestContent? content)
    {
        switch (content)
        {
            case null:
                return default;
            case JsonBody body:
                return body.Bytes;
            default: // a policy of the application put its own content
                using (var buffer = new MemoryStream())
                {
                    content.WriteTo(buffer, CancellationToken.None);
                    return buffer.ToArray();
                }
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Koppla.Benchmarks.Operations;

/// <summary>Passes requests on as they are, so that signatures stay good, once it has noted them.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly int port;
    private readonly Action<HttpRequest> note;
    private LoopbackServer? server;

    private CountingProxy(int port, Action<HttpRequest> note) => (this.port, this.note) = (port, note);

    public Uri BaseAddress => server!.BaseAddress;

    /// <param name="port">The loopback port to pass on to; nobody need listen there yet.</param>
    /// <param name="note">Sees every request before it is passed on.</param>
    public static async Task<CountingProxy> StartAsync(int port, Action<HttpRequest> note, CancellationToken cancellation)
    {
        var proxy = new CountingProxy(port, note);
        proxy.server = await LoopbackServer.StartAsync(proxy.PassOnAsync, cancellation);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        client.Dispose();
    }

    private async Task PassOnAsync(HttpContext http)
    {
        note(http.Request);
        using var request = await CopyAsync(http.Request);
        using var answer = await client.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        http.Response.Headers.Remove("Transfer-Encoding");
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private async Task<HttpRequestMessage> CopyAsync(HttpRequest from)
    {
        using var body = new MemoryStream();
        await from.Body.CopyToAsync(body, from.HttpContext.RequestAborted);
        var target = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{from.GetEncodedPathAndQuery()}");
        var request = new HttpRequestMessage(new HttpMethod(from.Method), target) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in from.Headers)
        {
            // The name of the host goes with it: the provider's signature covers it.
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        return request;
    }
}

using System.Buffers;
using System.Buffers.Text;
using Koppla.Benchmarks.Calls.Load;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Calls.Provider;

/// <summary>The provider's end: notes when the redirect of each call has arrived, and accepts it.</summary>
internal sealed class ProviderSink : IAsyncDisposable
{
    private const string RedirectPath = "/calling/callConnections:redirect";

    private readonly LoopbackServer server;

    private ProviderSink(LoopbackServer server) => this.server = server;

    public Uri RedirectAddress => new(server.BaseAddress, RedirectPath + "?api-version=2024-06-15");

    /// <summary>With a key that nobody checks.</summary>
    public string ConnectionString => $"endpoint={server.BaseAddress};accesskey={Convert.ToBase64String(new byte[64])}";

    public static async Task<ProviderSink> StartAsync(CallTimes times, CancellationToken cancellation) =>
        new(await LoopbackServer.StartAsync(http => AnswerAsync(http, times), cancellation));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http, CallTimes times)
    {
        if (http.Request.Path != RedirectPath)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var length = (int)http.Request.ContentLength.GetValueOrDefault();
        var body = ArrayPool<byte>.Shared.Rent(length);
        await http.Request.Body.ReadExactlyAsync(body.AsMemory(0, length), http.RequestAborted);
        times.Arrive(CallOf(body.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(body);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static int CallOf(ReadOnlySpan<byte> command)
    {
        var member = "\"incomingCallContext\":\""u8;
        var handle = command.IndexOf(member) is >= 0 and var at ? command[(at + member.Length)..] : default;
        return Utf8Parser.TryParse(handle, out int call, out _) ? call : throw new InvalidOperationException("A command without a call.");
    }
}

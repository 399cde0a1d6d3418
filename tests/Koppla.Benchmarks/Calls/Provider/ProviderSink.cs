using System.Buffers;
using System.Buffers.Text;
using Koppla.Benchmarks.Calls.Load;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Calls.Provider;

/// <summary>The provider's end: notes when the redirect of each call has arrived, and accepts it.</summary>
internal sealed class ProviderSink : IAsyncDisposable
{
    public const string RedirectPath = "/calling/callConnections:redirect";

    private readonly LoopbackServer server;

    private ProviderSink(LoopbackServer server) => this.server = server;

    public Uri BaseAddress => server.BaseAddress;

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

using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Tests.ChangeEvents;

/// <summary>A receiver of events on loopback, which answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Channel<ReceivedEvent> received = Channel.CreateUnbounded<ReceivedEvent>();

    private Receiver(WebApplication server) => this.server = server;

    public Uri Url => new($"{server.Urls.Single()}/hook");

    /// <summary>Runs when an event has been read; it is taken unless told otherwise.</summary>
    public RequestDelegate Answer { get; set; } = Status(204);

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.server.Run(receiver.TakeAsync);
        await receiver.server.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public async Task<ReceivedEvent> NextAsync() =>
        await received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Those that have come since the last question.</summary>
    public IReadOnlyList<ReceivedEvent> Taken()
    {
        var all = new List<ReceivedEvent>();
        while (received.Reader.TryRead(out var one))
        {
            all.Add(one);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await server.StopAsync(now.Token);
        await server.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        received.Writer.TryWrite(new ReceivedEvent(
            headers["webhook-id"].ToString(),
            headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(),
            context.Request.ContentType!,
            body.ToArray()));
        await Answer(context);
    }
}

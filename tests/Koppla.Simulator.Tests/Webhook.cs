using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Koppla.Simulator.Tests;

/// <summary>The application of the tests: answers handshakes, keeps every delivery, and gives them out in order.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly Lock gate = new();
    private readonly List<Delivery> received = [];
    private readonly List<Delivery> unread = [];
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Webhook(WebApplication web) => this.web = web;

    /// <summary>Decides the status of each IncomingCall; 200 by default.</summary>
    public Func<HttpContext, Task<int>> Incoming { get; set; } = _ => Task.FromResult(200);

    /// <summary>Whether handshakes get the right answer.</summary>
    public bool AcceptsHandshake { get; set; } = true;

    public Uri Address => new(web.Urls.First());

    public Uri Events => new(Address, "/events?code=secret");

    public Uri Callback => new(Address, "/callback?k=1");

    public IReadOnlyList<Delivery> Received
    {
        get
        {
            lock (gate)
                return [.. received];
        }
    }

    public IReadOnlyList<string> Callbacks => [.. Received.Where(one => one.Path.StartsWith("/callback", StringComparison.Ordinal)).Select(one => one.Type)];

    public static async Task<Webhook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var webhook = new Webhook(application);
        application.MapMethods("/events", ["OPTIONS"], webhook.AnswerOptions);
        application.MapPost("/events", webhook.AnswerEventAsync);
        application.MapPost("/callback/{**rest}", async http => webhook.Keep(await ReadAsync(http)));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return webhook;
    }

    /// <summary>The next unread delivery of this type.</summary>
    public async Task<Delivery> NextAsync(string type, Func<Delivery, bool>? which = null)
    {
        while (true)
        {
            Task more;
            lock (gate)
            {
                var index = unread.FindIndex(one => string.Equals(one.Type, type, StringComparison.Ordinal) && (which is null || which(one)));
                if (index >= 0)
                {
                    var delivery = unread[index];
                    unread.RemoveAt(index);
                    return delivery;
                }

                more = arrived.Task;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private static async Task<Delivery> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(http.Request.Path + http.Request.QueryString, await reader.ReadToEndAsync(http.RequestAborted), headers);
    }

    private Task AnswerOptions(HttpContext http)
    {
        if (AcceptsHandshake)
            http.Response.Headers["WebHook-Allowed-Origin"] = http.Request.Headers["WebHook-Request-Origin"];
        return Task.CompletedTask;
    }

    private async Task AnswerEventAsync(HttpContext http)
    {
        var delivery = await ReadAsync(http);
        if (delivery.Headers["aeg-event-type"] is "SubscriptionValidation")
        {
            var code = AcceptsHandshake ? delivery.Data.GetProperty("validationCode").GetString() : "wrong";
            await http.Response.WriteAsync($$"""{"validationResponse":"{{code}}"}""");
            return;
        }

        http.Response.StatusCode = await Incoming(http);
        Keep(delivery);
    }

    private void Keep(Delivery delivery)
    {
        lock (gate)
        {
            received.Add(delivery);
            unread.Add(delivery);
            arrived.TrySetResult();
            arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

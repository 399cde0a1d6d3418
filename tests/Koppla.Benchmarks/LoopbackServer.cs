using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Koppla.Benchmarks;

/// <summary>Kestrel on a free loopback port with one answer for everything, and nothing around it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication web;

    private LoopbackServer(WebApplication web) => this.web = web;

    public Uri BaseAddress => new(web.Urls.First());

    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(cancellation);
        return new LoopbackServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }
}

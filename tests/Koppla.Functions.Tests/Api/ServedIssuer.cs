using Koppla.Simulator.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Tests.Api;

/// <summary>A token issuer on a loopback port.</summary>
internal sealed class ServedIssuer : IAsyncDisposable
{
    private readonly WebApplication server;

    private ServedIssuer(WebApplication server, TokenIssuer tokens) => (this.server, Tokens) = (server, tokens);

    public TokenIssuer Tokens { get; }

    public static async Task<ServedIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var tokens = new TokenIssuer(TimeProvider.System);
        app.MapTokenIssuer(tokens);
        await app.StartAsync();
        tokens.BaseAddress = new Uri(app.Urls.Single());
        return new ServedIssuer(app, tokens);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Tokens.Dispose();
    }
}

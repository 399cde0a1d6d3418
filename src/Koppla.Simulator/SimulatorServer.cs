using System.Net;
using System.Security.Cryptography;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Control;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Events;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Rest;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.Simulator;

/// <summary>A Communication Services resource, Event Grid, the telephone network and a token issuer on one loopback port.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private const int KeyLength = 64;

    private readonly WebApplication web;
    private readonly BackgroundWork background = new();
    private readonly Outbound outbound;
    private bool disposed;

    private SimulatorServer(SimulatorOptions options)
    {
        Options = options with { AccessKey = options.AccessKey ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)) };
        outbound = new Outbound(options.TimeProvider);
        Tokens = new TokenIssuer(options.TimeProvider);
        EventGrid = new EventGridTopic(outbound, Tokens, Faults, background, options.TimeProvider);
        var callbacks = new CallbackSender(outbound, Tokens, Faults, background, Options);
        var exchange = new Exchange(Options, Telephones, Faults, EventGrid, callbacks);
        Calls = new CallCollection(exchange);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        web = builder.Build();
        web.MapTokenIssuer(Tokens);
        web.MapCallAutomation(new CommandPipeline(exchange, new Authenticator(Convert.FromBase64String(Options.AccessKey!), Tokens, options.TimeProvider)));
        web.MapControl(this);
    }

    /// <summary>The options in force; the access key is known.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>Ends with a slash.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>For the Call Automation client.</summary>
    public string ConnectionString => $"endpoint={BaseAddress};accesskey={Options.AccessKey}";

    public TokenIssuer Tokens { get; }

    public TelephoneRegistry Telephones { get; } = new();

    public CallCollection Calls { get; }

    public EventGridTopic EventGrid { get; }

    public FaultPlan Faults { get; } = new();

    /// <summary>Listens on 127.0.0.1 and returns when requests are answered.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken cancellation = default)
    {
        var server = new SimulatorServer(options);
        try
        {
            await server.web.StartAsync(cancellation);
            var addresses = server.web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
            server.BaseAddress = new Uri(addresses.Addresses.First() + "/");
            server.Tokens.BaseAddress = server.BaseAddress;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets all calls, scripts, subscriptions and faults, and waits until no delivery is under way. For the next test on the same server.</summary>
    public Task ResetAsync(CancellationToken cancellation = default)
    {
        Faults.Clear();
        EventGrid.Clear();
        Telephones.Clear();
        Calls.Clear();
        return background.IdleAsync().WaitAsync(cancellation);
    }

    /// <summary>Stops listening, forgets all calls and waits for deliveries under way to end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;

        Calls.Clear();
        await background.DisposeAsync();
        using (var now = new CancellationTokenSource(TimeSpan.Zero))
            await web.StopAsync(now.Token);
        await web.DisposeAsync();
        Calls.Clear();
        outbound.Dispose();
        Tokens.Dispose();
    }
}

using Koppla.Local.Azurite;
using Koppla.Local.Processes;
using Koppla.Simulator;
using Koppla.Simulator.EventGrid;
using Microsoft.AspNetCore.Connections;

namespace Koppla.Local.Stack;

/// <summary>
/// The whole system on loopback: Azurite, the simulator of the provider, Event Grid and telephones, and the function app,
/// subscribed to incoming calls. Dispose ends all of it.
/// </summary>
internal sealed class LocalStack : IAsyncDisposable
{
    public const string EventGridKey = "local-event-grid-key";

    private const string ApiAudience = "api://koppla";
    private const string EventGridAudience = "api://koppla-events";

    // The simulator asks for one before it speaks, and calls none.
    private const string SpeechEndpoint = "https://speech.example/";

    // The filter on the called number: an app that we send a call to must not come back as a new call.
    private const string Sweden = "+46";

    private readonly Dictionary<string, string> settings;

    private LocalStack(
        AzuriteProcess azurite, SimulatorServer simulator, FunctionApp app, Stores stores, Dictionary<string, string> settings)
    {
        this.settings = settings;
        Azurite = azurite;
        Simulator = simulator;
        App = app;
        Stores = stores;
    }

    public AzuriteProcess Azurite { get; }

    public SimulatorServer Simulator { get; }

    public FunctionApp App { get; }

    /// <summary>The app's own stores, to load data that no API makes.</summary>
    public Stores Stores { get; }

    public static async Task<LocalStack> StartAsync(LocalStackOptions options, CancellationToken cancellation)
    {
        await using var started = new StartedParts();
        options.Progress("Starting Azurite ...");
        var azurite = started.Add(await AzuriteProcess.StartAsync(
            new AzuriteOptions { Port = options.AzuritePort, Progress = options.Progress }, cancellation));

        options.Progress("Starting the simulator of the telephony provider ...");
        var simulator = started.Add(await StartSimulatorAsync(options, cancellation));

        options.Progress("Starting the function app ...");
        var stores = await Stores.OpenAsync(azurite.ConnectionString, cancellation);
        var connected = SettingsFor(options, azurite, simulator);
        var app = started.Add(await FunctionApp.StartAsync(options.AppPort, connected, cancellation));

        await simulator.EventGrid.SubscribeAsync(SubscriptionFor(options, app), cancellation);
        started.Keep();
        return new LocalStack(azurite, simulator, app, stores, connected);
    }

    /// <summary>Starts the app once more on the same storage and provider: a second instance, or the same after its end. Whoever starts it ends it.</summary>
    /// <param name="port">Loopback port; 0 takes a free one.</param>
    public Task<FunctionApp> StartAppAsync(int port, CancellationToken cancellation) =>
        FunctionApp.StartAsync(port, settings, cancellation);

    /// <summary>An HTTP client of the API for a person of an organisation.</summary>
    public HttpClient ApiClient(Guid organisation, Guid person, string name, params string[] roles)
    {
        var client = new HttpClient { BaseAddress = new Uri(App.BaseAddress, "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token(organisation, person, name, roles));
        return client;
    }

    /// <summary>A token for the API, good for one hour.</summary>
    public string Token(Guid organisation, Guid person, string name, params string[] roles) =>
        Simulator.Tokens.PersonToken(organisation, person, name, roles, ApiAudience);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Simulator.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    private static async Task<SimulatorServer> StartSimulatorAsync(LocalStackOptions options, CancellationToken cancellation)
    {
        try
        {
            return await SimulatorServer.StartAsync(options.Simulator with { Port = options.SimulatorPort }, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw LocalStartException.PortTaken("The simulator", options.SimulatorPort, taken);
        }
    }

    private static Dictionary<string, string> SettingsFor(
        LocalStackOptions options, AzuriteProcess azurite, SimulatorServer simulator)
    {
        var issuer = simulator.Tokens.EntraIssuer("{tenantid}");
        var metadata = new Uri(simulator.BaseAddress, "/organizations/v2.0/.well-known/openid-configuration").AbsoluteUri;
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Provider:ConnectionString"] = simulator.ConnectionString,
            ["Provider:SpeechEndpoint"] = SpeechEndpoint,
            ["Api:Issuer"] = issuer,
            ["Api:MetadataAddress"] = metadata,
            ["Api:Audience"] = ApiAudience,
            ["EventGrid:Issuer"] = issuer,
            ["EventGrid:MetadataAddress"] = metadata,
            ["EventGrid:Audience"] = EventGridAudience,
            ["CallEvents:Issuer"] = simulator.Tokens.CallbackIssuer,
            ["CallEvents:MetadataAddress"] = new Uri(simulator.BaseAddress, "/calling/.well-known/acsopenidconfiguration").AbsoluteUri,
            ["CallEvents:Audience"] = simulator.Options.ResourceId.ToString(),
            ["Webhooks:AllowLoopback"] = "true",
            ["StandinHost:EventGridKey"] = EventGridKey,
        };
        foreach (var (name, value) in options.Settings)
        {
            all[name] = value;
        }

        return all;
    }

    private static Subscription SubscriptionFor(LocalStackOptions options, FunctionApp app)
    {
        var byWebhook = options.Route == DeliveryRoute.Webhook;
        return new Subscription
        {
            Name = "incoming-calls",
            Endpoint = new Uri(app.BaseAddress, byWebhook
                ? "/api/hooks/incoming-call"
                : $"/runtime/webhooks/eventgrid?functionName=IncomingCall&code={EventGridKey}"),
            Schema = byWebhook ? EventSchema.CloudEvents : EventSchema.EventGrid,
            EntraAudience = byWebhook ? EventGridAudience : null,
            NumberPrefixes = [Sweden],
            MaxDeliveryAttempts = options.MaxDeliveryAttempts,
            RetryDelay = options.RetryDelay,
        };
    }
}

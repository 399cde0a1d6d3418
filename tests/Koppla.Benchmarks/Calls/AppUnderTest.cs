using Koppla.Benchmarks.Calls.Tables;
using Koppla.Local.Stack;
using Koppla.Simulator;

namespace Koppla.Benchmarks.Calls;

/// <summary>The function app as a process of its own, and an issuer of the tokens it asks for.</summary>
internal sealed class AppUnderTest : IAsyncDisposable
{
    private const string EventGridAudience = "api://koppla-events";
    private const string ApiAudience = "api://koppla";
    private const string EventGridKey = "benchmark-event-grid-key";

    private static readonly string KeyThatNobodyChecks = Convert.ToBase64String(new byte[64]);

    private readonly SimulatorServer issuer;
    private readonly FunctionApp app;

    private AppUnderTest(SimulatorServer issuer, FunctionApp app, DeliveryRoute route)
    {
        this.issuer = issuer;
        this.app = app;
        Contender = route == DeliveryRoute.Webhook
            ? new("app", new Uri(app.BaseAddress, "/api/hooks/incoming-call"), app.ProcessId, issuer.Tokens.EventGridToken(EventGridAudience))
            : new("app", new Uri(app.BaseAddress, $"/runtime/webhooks/eventgrid?functionName=IncomingCall&code={EventGridKey}"), app.ProcessId);
    }

    public Contender Contender { get; }

    public Uri BaseAddress => app.BaseAddress;

    /// <summary>A token of the provider's callbacks, good for five minutes.</summary>
    public string NewCallbackToken() => issuer.Tokens.CallbackToken(issuer.Options.ResourceId.ToString());

    /// <summary>A token for the API of somebody in an organisation, good for one hour.</summary>
    public string NewPersonToken(Guid organisation) =>
        issuer.Tokens.PersonToken(organisation, Guid.NewGuid(), "Somebody", ["Koppla.User"], ApiAudience);

    /// <summary>The same for an administrator of an organisation.</summary>
    public string NewAdministratorToken(Guid organisation) =>
        issuer.Tokens.PersonToken(organisation, Guid.NewGuid(), "Somebody", ["Koppla.Admin"], ApiAudience);

    /// <param name="provider">Where commands are sent.</param>
    public static async Task<AppUnderTest> StartAsync(
        DeliveryRoute route, BenchmarkTables tables, Uri provider, CancellationToken cancellation)
    {
        await using var started = new StartedParts();
        var tokens = started.Add(await SimulatorServer.StartAsync(new SimulatorOptions(), cancellation));
        var process = started.Add(await FunctionApp.StartAsync(0, Settings(tokens, tables, provider), cancellation));
        started.Keep();
        return new AppUnderTest(tokens, process, route);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await issuer.DisposeAsync();
    }

    private static Dictionary<string, string> Settings(SimulatorServer issuer, BenchmarkTables tables, Uri provider)
    {
        var template = issuer.Tokens.EntraIssuer("{tenantid}");
        var metadata = new Uri(issuer.BaseAddress, "/organizations/v2.0/.well-known/openid-configuration").AbsoluteUri;
        return new(StringComparer.Ordinal)
        {
            ["Storage:ConnectionString"] = tables.ConnectionString,
            ["RateLimits:PersonPerMinute"] = "1000000", // one person asks for everything
            ["RateLimits:OrganisationPerMinute"] = "1000000",
            ["Provider:ConnectionString"] = $"endpoint={provider};accesskey={KeyThatNobodyChecks}",
            ["Api:Issuer"] = template,
            ["Api:MetadataAddress"] = metadata,
            ["Api:Audience"] = ApiAudience,
            ["EventGrid:Issuer"] = template,
            ["EventGrid:MetadataAddress"] = metadata,
            ["EventGrid:Audience"] = EventGridAudience,
            ["CallEvents:Issuer"] = issuer.Tokens.CallbackIssuer,
            ["CallEvents:MetadataAddress"] = new Uri(issuer.BaseAddress, "/calling/.well-known/acsopenidconfiguration").AbsoluteUri,
            ["CallEvents:Audience"] = issuer.Options.ResourceId.ToString(),
            ["StandinHost:EventGridKey"] = EventGridKey,
            ["Logging:LogLevel:Default"] = "Warning",
        };
    }
}

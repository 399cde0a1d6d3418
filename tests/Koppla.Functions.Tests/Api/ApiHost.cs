using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Functions.Bulk;
using Koppla.Functions.Calls;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.Health;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Insight;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Sounds;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Tests.Documentation;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Users;
using Koppla.Simulator.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Koppla.Functions.Tests.Api;

/// <summary>The app's own services and its inner pipeline on a loopback port, without a Functions host.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Audience = "api://koppla";
    public const string EventGridAudience = "api://koppla-events";
    public const string CallEventsAudience = "1c6f7c0a-9d0f-4b62-8f6d-0a4c6a1e5d01";

    private readonly IHost host;

    private ApiHost(IHost host, Uri baseAddress) => (this.host, BaseAddress) = (host, baseAddress);

    /// <summary>Ends with a slash.</summary>
    public Uri BaseAddress { get; }

    public IServiceProvider Services => host.Services;

    /// <param name="change">Adds to the services, or puts others in their place.</param>
    /// <param name="settings">Beside those that the app needs.</param>
    public static async Task<ApiHost> StartAsync(
        string storage, TokenIssuer tokens, Action<IServiceCollection>? change = null, params (string Name, string Value)[] settings)
    {
        var all = Settings(storage, tokens);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var app = new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(all))
            .ConfigureServices((context, services) =>
            {
                AddServices(services, context.Configuration);
                change?.Invoke(services);
            })
            .ConfigureWebHost(web => web
                .UseKestrel()
                .UseUrls("http://127.0.0.1:0")
                .Configure(pipeline => pipeline.Use(next => context => Answered.NoteAsync(context, next)).Run(RunAsync)))
            .Build();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new ApiHost(app, new Uri(addresses.Single() + "/"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static Task RunAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/token-of-event-grid" => AnswerAsync(context, context.CheckEventGridTokenAsync()),
        "/token-of-call-event" => AnswerAsync(context, context.CheckCallEventTokenAsync()),
        _ => context.RequestServices.GetRequiredService<IApiPipeline>().InvokeAsync(context),
    };

    private static async Task AnswerAsync(HttpContext context, Task<TokenCheck> check) =>
        await context.Response.WriteAsync((await check).ToString());

    private static Dictionary<string, string?> Settings(string storage, TokenIssuer tokens) => new(StringComparer.Ordinal)
    {
        ["Storage:ConnectionString"] = storage,
        ["Provider:ConnectionString"] = "endpoint=http://127.0.0.1:1/;accesskey=c2VjcmV0",
        ["Api:Issuer"] = tokens.EntraIssuer("{tenantid}"),
        ["Api:MetadataAddress"] = $"{tokens.BaseAddress}organizations/v2.0/.well-known/openid-configuration",
        ["Api:Audience"] = Audience,
        ["EventGrid:Issuer"] = tokens.EntraIssuer("{tenantid}"),
        ["EventGrid:MetadataAddress"] = $"{tokens.BaseAddress}organizations/v2.0/.well-known/openid-configuration",
        ["EventGrid:Audience"] = EventGridAudience,
        ["CallEvents:Issuer"] = tokens.CallbackIssuer,
        ["CallEvents:MetadataAddress"] = $"{tokens.BaseAddress}calling/.well-known/acsopenidconfiguration",
        ["CallEvents:Audience"] = CallEventsAudience,
        ["Callbacks:BaseAddress"] = "https://koppla.example",
        ["Webhooks:AllowLoopback"] = "true",
    };

    // As in Program.cs.
    private static void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddTime()
        .AddLogFilters()
        .AddTelemetry(configuration)
        .AddTableStorage(configuration)
        .AddTelephony(configuration)
        .AddAzureCommunication(configuration)
        .AddSounds(configuration)
        .AddTokenValidation(configuration)
        .AddAudit()
        .AddChangeEvents(configuration)
        .AddNumbers()
        .AddUsers()
        .AddColleagues()
        .AddBulkChanges()
        .AddInsight()
        .AddOrganisations()
        .AddDestinations()
        .AddCallRecords()
        .AddIncomingCalls(configuration)
        .AddSupervisedCalls()
        .AddLiveUpdates()
        .AddHealth()
        .AddApi(configuration)
        // No provider is there: commands are taken, and nothing comes of them.
        .AddSingleton<ICallControl>(new FakeProvider(new FakeStorage()));
}

using System.Collections.Concurrent;
using Koppla.Simulator.Calls;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Simulator.Tests.Conformance;

/// <summary>Lets the driver do what the SDK cannot: call from a telephone, hang up, make something fail.</summary>
internal sealed class ConformanceControl : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly ConcurrentDictionary<string, SimulatedCall> calls = new(StringComparer.Ordinal);

    private ConformanceControl(SimulatorServer simulator)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.MapPost("/subscribe", (Uri url) => simulator.EventGrid.SubscribeAsync(new Subscription { Name = "driver", Endpoint = url }));
        web.MapPost("/call", async (string from, string to) => { calls[from] = await simulator.Calls.PlaceAsync(new PlaceCall { From = from, To = to }); });
        web.MapPost("/hang-up", (string from) => calls[from].HangUpAsync());
        web.MapPost("/press", (string from, string number, string keys) => calls[from].PressAsync(number, keys));
        web.MapPost("/outcome", (string from) => OutcomeAsync(calls[from]));
        web.MapPost("/times-rung", (string number) => simulator.Telephones.TimesRung(number));
        web.MapPost("/fail-media", (string operation) => simulator.Faults.Media.Add(new MediaFault { Only = operation }));
        web.MapPost("/lose-answer", (string operation) => simulator.Faults.Commands.Add(new CommandFault { Only = operation, ResetAfterExecution = true }));
    }

    public Uri Address => new(web.Urls.Single());

    public static async Task<ConformanceControl> StartAsync(SimulatorServer simulator, CancellationToken cancellation)
    {
        var control = new ConformanceControl(simulator);
        await control.web.StartAsync(cancellation);
        return control;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private static async Task<string> OutcomeAsync(SimulatedCall call)
    {
        await call.Settled;
        return $"{call.Outcome!.Kind} {call.Outcome.Number ?? call.Outcome.SipStatus?.ToString()}";
    }
}

using System.Net;
using System.Threading.Channels;
using Azure.Communication.CallAutomation;
using Azure.Core;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Simulator;
using Koppla.Simulator.Calls;
using Koppla.Simulator.EventGrid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Koppla.Functions.Tests.Telephony;

/// <summary>A call to one of our numbers at the simulated provider, our call control, and our reading of what is told.</summary>
internal sealed class SupervisedCall : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebApplication web;
    private readonly Channel<RingingCall> ringing = Channel.CreateUnbounded<RingingCall>();
    private readonly Channel<CallEvent> events = Channel.CreateUnbounded<CallEvent>();
    private readonly List<CallEvent> unread = [];
    private int step;

    private SupervisedCall(WebApplication web, SimulatorServer simulator)
    {
        (this.web, Simulator) = (web, simulator);
        var options = new CallAutomationClientOptions();
        options.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        Control = new AzureCommunicationCallControl(
            new CallAutomationClient(simulator.ConnectionString, options),
            Options.Create(new AzureCommunicationOptions { SpeechEndpoint = new Uri("https://speech.example/") }),
            TimeProvider.System);
    }

    public SimulatorServer Simulator { get; }

    public ICallControl Control { get; }

    public SimulatedCall Call { get; private set; } = null!;

    public string Connection { get; private set; } = null!;

    /// <summary>The caller's call, answered and connected.</summary>
    /// <param name="withheld">The caller withholds the number.</param>
    public static async Task<SupervisedCall> StartAsync(bool withheld = false)
    {
        var simulator = await SimulatorServer.StartAsync(
            new SimulatorOptions { OwnedNumbers = [Numbers.Reserved.E164], MediaSpeed = 10 }, Cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var call = new SupervisedCall(builder.Build(), simulator);
        await call.ListenAsync();
        await call.AnswerAsync(withheld ? null : Numbers.Caller.E164);
        return call;
    }

    public CommandId NextCommand() => CommandId.For(Call.Id, ++step);

    /// <summary>The next event of this kind; others are kept for later.</summary>
    public async Task<T> NextAsync<T>()
        where T : CallEvent
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            if (unread.OfType<T>().FirstOrDefault() is { } found)
            {
                unread.Remove(found);
                return found;
            }

            unread.Add(await events.Reader.ReadAsync(limit.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await web.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task ListenAsync()
    {
        web.MapMethods("/incoming", [HttpMethods.Options], http =>
        {
            EventGridHandshake.AnswerOptions(http.Request);
            return Task.CompletedTask;
        });
        web.MapPost("/incoming", async http =>
        {
            var body = await DeliveryBody.ReadAsync(http.Request, http.RequestAborted);
            await ringing.Writer.WriteAsync(IncomingCall.Parse(EventEnvelope.Parse(body.Bytes)![0])!.Ringing, http.RequestAborted);
        });
        web.MapPost("/events", async http =>
        {
            var body = await DeliveryBody.ReadAsync(http.Request, http.RequestAborted);
            foreach (var told in new CallEventReader().Read(body.Bytes)!)
            {
                await events.Writer.WriteAsync(told, http.RequestAborted);
            }
        });
        await web.StartAsync(Cancellation);
        await Simulator.EventGrid.SubscribeAsync(
            new Subscription { Name = "app", Endpoint = new Uri(web.Urls.Single() + "/incoming"), Schema = EventSchema.CloudEvents }, Cancellation);
    }

    private async Task AnswerAsync(string? from)
    {
        Call = await Simulator.Calls.PlaceAsync(new PlaceCall { From = from, To = Numbers.Reserved.E164 }, Cancellation);
        var rings = await ringing.Reader.ReadAsync(Cancellation);
        var result = await Control.AnswerAsync(rings, new Uri(web.Urls.Single() + "/events"), "answer", NextCommand(), Cancellation);
        Assert.Equal(CommandResult.Accepted, result.Result);
        var connected = await NextAsync<Connected>();
        Assert.Equal("answer", connected.Context);
        Connection = connected.Connection;
    }
}

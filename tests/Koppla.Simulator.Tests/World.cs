using System.Collections.Concurrent;
using Koppla.Simulator.Calls;
using Koppla.Simulator.EventGrid;

namespace Koppla.Simulator.Tests;

/// <summary>A simulator, an application that listens, and a client that gives commands.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string A = "+46709990001";
    public const string B = "+46812340000";
    public const string C = "+46701110001";
    public const string D = "+46701110002";

    private bool isUsual;

    private World(SimulatorServer simulator, Webhook webhook)
    {
        Simulator = simulator;
        Webhook = webhook;
        Client = new SignedClient(simulator);
    }

    // Keys are dear to make: a simulator with the usual options goes from test to test.
    private static readonly ConcurrentBag<SimulatorServer> Pool = [];

    public SimulatorServer Simulator { get; }

    public Webhook Webhook { get; }

    public SignedClient Client { get; }

    public static SimulatorOptions Options { get; } = new() { OwnedNumbers = [B], MediaSpeed = 10 };

    public static async Task<World> StartAsync(SimulatorOptions? options = null, Subscription? subscription = null, bool subscribe = true)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var webhook = await Webhook.StartAsync();
        var simulator = options is null && Pool.TryTake(out var pooled) ? pooled : await SimulatorServer.StartAsync(options ?? Options, cancellation);
        var world = new World(simulator, webhook) { isUsual = options is null };
        if (subscribe)
            await world.SubscribeAsync(subscription ?? new() { Name = "app", Endpoint = webhook.Events, RetryDelay = TimeSpan.FromMilliseconds(20) });
        return world;
    }

    public static string Phone(string number) => $$$"""{"rawId":"4:{{{number}}}","phoneNumber":{"value":"{{{number}}}"}}""";

    public Task SubscribeAsync(Subscription subscription) =>
        Simulator.EventGrid.SubscribeAsync(subscription, TestContext.Current.CancellationToken);

    public Task<ApiReply> PostAsync(string path, string body, Action<HttpRequestMessage>? change = null) =>
        Client.SendAsync(HttpMethod.Post, $"/calling/callConnections{path}?api-version=2026-03-12", body, change);

    public Task<ApiReply> GetAsync(string path) => Client.SendAsync(HttpMethod.Get, $"/calling/callConnections{path}?api-version=2026-03-12");

    public Task<ApiReply> DeleteAsync(string path) => Client.SendAsync(HttpMethod.Delete, $"/calling/callConnections{path}?api-version=2026-03-12");

    /// <summary>A calls B, and the application is told.</summary>
    public async Task<(SimulatedCall Call, string Context)> RingAsync(PlaceCall? place = null)
    {
        var call = await Simulator.Calls.PlaceAsync(place ?? new() { From = A, To = B });
        var incoming = await Webhook.NextAsync("IncomingCall", one => one.Concerns(call.Id));
        return (call, incoming.Text("incomingCallContext"));
    }

    public Task<ApiReply> AnswerAsync(string context) => PostAsync(":answer", $$"""
        {"incomingCallContext":"{{context}}","callbackUri":"{{Webhook.Callback}}","operationContext":"answer","callIntelligenceOptions":{"cognitiveServicesEndpoint":"https://speech.example.net/"} }
        """);

    public Task<ApiReply> RedirectAsync(string context, string target) =>
        PostAsync(":redirect", $$"""{"incomingCallContext":"{{context}}","target":{{Phone(target)}}}""");

    /// <summary>A is in a call with the application; the first two events are read.</summary>
    public async Task<(SimulatedCall Call, string Id)> ConnectAsync(PlaceCall? place = null)
    {
        var (call, context) = await RingAsync(place);
        var answer = await AnswerAsync(context);
        Assert.Equal(200, answer.Status);
        await Webhook.NextAsync("CallConnected");
        await Webhook.NextAsync("ParticipantsUpdated");
        return (call, answer.Text("callConnectionId"));
    }

    public Task<ApiReply> AddAsync(string id, string number, int timeout = 60, string callerId = B, string context = "add") =>
        PostAsync($"/{id}/participants:add", $$"""
            {"participantToAdd":{{Phone(number)}},"sourceCallerIdNumber":{"value":"{{callerId}}"},"invitationTimeoutInSeconds":{{timeout}},"operationContext":"{{context}}","customCallingContext":{"voipHeaders":{},"sipHeaders":{} } }
            """);

    /// <summary>A, the application and one more party.</summary>
    public async Task<(SimulatedCall Call, string Id)> ConnectThreeAsync(string number = C)
    {
        var (call, id) = await ConnectAsync();
        Assert.Equal(202, (await AddAsync(id, number)).Status);
        await Webhook.NextAsync("AddParticipantSucceeded");
        await Webhook.NextAsync("ParticipantsUpdated");
        return (call, id);
    }

    public static Task Within(Task task) => task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    /// <summary>Stops the simulators that wait for another test.</summary>
    public static async Task StopAllAsync()
    {
        while (Pool.TryTake(out var simulator))
            await simulator.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (isUsual && await IsResetAsync())
            Pool.Add(Simulator);
        else
            await Simulator.DisposeAsync();
        await Webhook.DisposeAsync();
    }

    private async Task<bool> IsResetAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var reset = Simulator.ResetAsync(soon.Token);
        await reset.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reset.IsCompletedSuccessfully;
    }
}

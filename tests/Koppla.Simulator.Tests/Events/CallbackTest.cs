using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Koppla.Simulator.Tests.Events;

public sealed class CallbackTest
{
    private const string C = World.C;

    [Fact]
    public async Task Row_09_a_callback_is_an_array_with_one_cloud_event_and_a_token()
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();
        var id = (await world.AnswerAsync(context)).Text("callConnectionId");

        var connected = await world.Webhook.NextAsync("CallConnected");

        Assert.Equal(1, connected.Json.GetArrayLength());
        Assert.Equal("/callback?k=1", connected.Path);
        Assert.Equal("application/json; charset=utf-8", connected.Headers["Content-Type"]);
        Assert.Equal("1.0", connected.Event.GetProperty("specversion").GetString());
        Assert.Equal("Microsoft.Communication.CallConnected", connected.Event.GetProperty("type").GetString());
        Assert.Equal($"calling/callConnections/{id}", connected.Event.GetProperty("source").GetString());
        Assert.True(Guid.TryParse(connected.Event.GetProperty("id").GetString(), out _));
        Assert.Equal((id, call.Id, call.ServerCallId, "answer"), (connected.Text("callConnectionId"), connected.Text("correlationId"), connected.Text("serverCallId"), connected.Text("operationContext")));
        Assert.True(await IsValidAsync(world, connected));
    }

    [Fact]
    public async Task Row_09_an_operation_may_send_its_events_elsewhere()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectAsync();
        var other = new Uri(world.Webhook.Address, "/callback/other?op=1");

        await world.PostAsync($"/{id}/participants:add", $$"""{"participantToAdd":{{World.Phone(C)}},"sourceCallerIdNumber":{"value":"{{World.B}}"},"operationCallbackUri":"{{other}}" }""");

        Assert.Equal("/callback/other?op=1", (await world.Webhook.NextAsync("AddParticipantSucceeded")).Path);
        Assert.Equal("/callback?k=1", (await world.Webhook.NextAsync("ParticipantsUpdated")).Path);
    }

    [Fact]
    public async Task Row_10_events_come_in_the_documented_order()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.Busy(), TelephoneScript.AnswerAfter(TimeSpan.Zero));
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, C);
        await world.Webhook.NextAsync("AddParticipantFailed");
        await world.AddAsync(id, C);
        await world.Webhook.NextAsync("AddParticipantSucceeded");
        await world.PostAsync($"/{id}:terminate", "");
        await world.Webhook.NextAsync("CallDisconnected");
        await World.Within(call.Ended);

        Assert.Equal(
            ["CallConnected", "ParticipantsUpdated", "AddParticipantFailed", "AddParticipantSucceeded", "ParticipantsUpdated", "CallDisconnected"],
            world.Webhook.Callbacks);
    }

    [Fact]
    public async Task Row_10_an_event_can_come_twice_with_the_same_id()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Callbacks.Add(new DeliveryFault { Only = "CallConnected", Duplicates = 1, Spacing = TimeSpan.FromMilliseconds(5) });
        await world.ConnectAsync();

        var again = await world.Webhook.NextAsync("CallConnected");

        Assert.All(world.Webhook.Received.Where(one => one.Type is "CallConnected"), one => Assert.Equal(again.Body, one.Body));
    }

    [Fact]
    public async Task Row_10_an_event_can_be_held_back_delayed_or_dropped()
    {
        await using var world = await World.StartAsync();
        var faults = world.Simulator.Faults.Callbacks;
        faults.Add(new DeliveryFault { Only = "CallConnected", HoldBack = TimeSpan.FromSeconds(1) });
        faults.Add(new DeliveryFault { Only = "AddParticipantSucceeded", Drop = true });
        faults.Add(new DeliveryFault { Only = "CallDisconnected", Delay = TimeSpan.FromMilliseconds(5) });
        var (_, context) = await world.RingAsync();
        var id = (await world.AnswerAsync(context)).Text("callConnectionId");
        await world.Webhook.NextAsync("CallConnected");

        await world.AddAsync(id, C);
        await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Participants == 2);
        await world.PostAsync($"/{id}:terminate", "");
        await world.Webhook.NextAsync("CallDisconnected");

        Assert.Equal(["ParticipantsUpdated", "CallConnected", "ParticipantsUpdated", "CallDisconnected"], world.Webhook.Callbacks);
    }

    [Fact]
    public void Row_10_events_can_be_shuffled_and_a_seed_gives_the_same_order_again()
    {
        var orders = Enumerable.Range(0, 5).Select(seed => Order(seed).ToArray()).ToArray();

        Assert.Equal(orders[3], Order(seed: 3));
        Assert.Equal(5, orders.Select(order => string.Join(' ', order)).Distinct(StringComparer.Ordinal).Count());

        static IEnumerable<int> Order(int seed)
        {
            var fault = new DeliveryFault { HoldBack = TimeSpan.FromSeconds(1), Shuffle = seed };
            return Enumerable.Range(0, 10).OrderBy(fault.HoldBackOf);
        }
    }

    [Fact]
    public async Task An_event_can_be_told_of_again()
    {
        await using var world = await World.StartAsync();
        var (call, _) = await world.ConnectAsync();

        Assert.True(await call.TellAgainAsync("CallConnected"));

        var again = await world.Webhook.NextAsync("CallConnected");
        Assert.All(world.Webhook.Received.Where(one => one.Type is "CallConnected"), one => Assert.Equal(again.Body, one.Body));
        Assert.False(await call.TellAgainAsync("PlayStarted"));
    }

    [Fact]
    public async Task A_fault_can_strike_one_call_and_no_other()
    {
        await using var world = await World.StartAsync();
        var (struck, context) = await world.RingAsync();
        world.Simulator.Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Call = struck.Id, Drop = true });
        await world.AnswerAsync(context);
        var (spared, other) = await world.RingAsync();

        await world.AnswerAsync(other);

        await World.Within(spared.WaitForAsync(call => Told(call).Any(text => text.StartsWith("CallConnected delivered", StringComparison.Ordinal)), TestContext.Current.CancellationToken));
        Assert.All(Told(struck), text => Assert.EndsWith(" dropped", text, StringComparison.Ordinal));

        static IEnumerable<string> Told(SimulatedCall call) =>
            call.Timeline.Where(entry => entry.Kind == TimelineKind.Callback).Select(entry => entry.Text);
    }

    [Fact]
    public async Task Row_10_an_event_can_overtake_the_answer_to_its_command()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.Commands.Add(new CommandFault { Only = "AnswerCall", EventOvertakes = true });
        var (_, context) = await world.RingAsync();

        await world.AnswerAsync(context);

        Assert.Contains("CallConnected", world.Webhook.Callbacks, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(CallbackTokenFault.None, true)]
    [InlineData(CallbackTokenFault.Missing, false)]
    [InlineData(CallbackTokenFault.Expired, false)]
    [InlineData(CallbackTokenFault.WrongAudience, false)]
    [InlineData(CallbackTokenFault.WrongIssuer, false)]
    [InlineData(CallbackTokenFault.UnknownKey, false)]
    public async Task A_token_can_be_wrong(CallbackTokenFault fault, bool valid)
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.CallbackTokens = fault;
        var (_, context) = await world.RingAsync();
        await world.AnswerAsync(context);

        Assert.Equal(valid, await IsValidAsync(world, await world.Webhook.NextAsync("CallConnected")));
    }

    private static async Task<bool> IsValidAsync(World world, Delivery delivery)
    {
        if (!delivery.Headers.TryGetValue("Authorization", out var header))
            return false;

        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };
        var keys = new JsonWebKeySet(await http.GetStringAsync(new Uri("calling/keys", UriKind.Relative), TestContext.Current.CancellationToken));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(header["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = world.Simulator.Tokens.CallbackIssuer,
            ValidAudience = world.Simulator.Options.ResourceId.ToString(),
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
        return result.IsValid;
    }
}

using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Calls;

public sealed class HangUpTest
{
    private const string A = World.A;
    private const string B = World.B;
    private const string C = World.C;

    [Fact]
    public async Task Hanging_up_with_one_party_ends_the_call()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();

        await world.DeleteAsync($"/{id}");

        Assert.Equal((200, 7000), (await world.Webhook.NextAsync("CallDisconnected")).Result);
        await World.Within(call.Ended);
        Assert.Equal(OutcomeKind.HungUpByApplication, call.Outcome!.Kind);
    }

    [Fact]
    public async Task Hanging_up_a_group_leaves_the_others_talking()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectThreeAsync();

        await world.DeleteAsync($"/{id}");
        await world.Webhook.NextAsync("CallDisconnected");

        Assert.Equal(CallPhase.WithoutApplication, call.State);
        Assert.True(await call.HangUpAsync(C));
        await World.Within(call.Ended);
        Assert.Equal("the other party hung up", call.Leg(A)!.EndedBecause);
        Assert.Equal("CallDisconnected", world.Webhook.Callbacks[^1]);
    }

    [Fact]
    public async Task Terminating_a_group_drops_everybody()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectThreeAsync();

        await world.PostAsync($"/{id}:terminate", "");

        await World.Within(call.Ended);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, C), call.Outcome);
    }

    [Fact]
    public async Task After_failed_invitations_the_outcome_is_that_nobody_answered()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.Busy());
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, C);
        await world.Webhook.NextAsync("AddParticipantFailed");

        await world.DeleteAsync($"/{id}");
        await World.Within(call.Ended);

        Assert.Equal(new CallOutcome(OutcomeKind.NobodyAnswered, C, "busy"), call.Outcome);
    }

    [Fact]
    public async Task A_removed_participant_is_gone_and_the_application_stays()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();

        await world.PostAsync($"/{id}/participants:remove", $$"""{"participantToRemove":{{World.Phone(A)}},"operationContext":"rm"}""");

        Assert.Equal("rm", (await world.Webhook.NextAsync("RemoveParticipantSucceeded")).Text("operationContext"));
        Assert.Equal(0, (await world.Webhook.NextAsync("ParticipantsUpdated")).Data.GetProperty("participants").GetArrayLength());
        Assert.Equal(CallPhase.Connected, call.State);
    }

    [Fact]
    public async Task Whether_a_call_ends_when_one_is_left_is_an_option()
    {
        await using var world = await World.StartAsync(World.Options with { EndsWhenOneIsLeft = true });
        var (call, _) = await world.ConnectThreeAsync();

        await call.HangUpAsync();

        Assert.Equal((200, 5010), (await world.Webhook.NextAsync("CallDisconnected")).Result);
        await World.Within(call.Ended);
    }

    [Fact]
    public async Task A_created_call_is_connected_when_the_target_answers()
    {
        await using var world = await World.StartAsync();

        var create = await CreateAsync(world);
        var connected = await world.Webhook.NextAsync("CallConnected");
        await world.Webhook.NextAsync("ParticipantsUpdated");

        Assert.Equal((201, "connecting"), (create.Status, create.Text("callConnectionState")));
        Assert.Equal("leg", connected.Text("operationContext"));
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, C), world.Simulator.Calls.Find(create.Text("correlationId"))!.Outcome);
    }

    [Fact]
    public async Task A_created_call_that_is_not_answered_fails()
    {
        await using var world = await World.StartAsync(World.Options with { EstablishmentTimeout = TimeSpan.FromMilliseconds(20) });
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());

        await CreateAsync(world);

        Assert.Equal((487, 10004), (await world.Webhook.NextAsync("CreateCallFailed")).Result);
    }

    [Fact]
    public async Task A_created_call_that_is_hung_up_while_it_rings_is_cancelled()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var create = await CreateAsync(world);

        await world.DeleteAsync("/" + create.Text("callConnectionId"));

        Assert.Equal((487, 540487), (await world.Webhook.NextAsync("CreateCallFailed")).Result);
    }

    [Fact]
    public async Task A_caller_who_is_gone_before_the_answer_is_established_makes_it_fail()
    {
        await using var world = await World.StartAsync(World.Options with { AnswerDelay = TimeSpan.FromMinutes(1) });
        var (call, context) = await world.RingAsync();
        await world.AnswerAsync(context);

        await call.HangUpAsync();

        Assert.Equal((487, 0), (await world.Webhook.NextAsync("AnswerFailed")).Result);
        await World.Within(call.Ended);
    }

    private static Task<ApiReply> CreateAsync(World world) => world.PostAsync("", $$"""
        {"targets":[{{World.Phone(C)}}],"sourceCallerIdNumber":{"value":"{{B}}"},"callbackUri":"{{world.Webhook.Callback}}","operationContext":"leg"}
        """);
}

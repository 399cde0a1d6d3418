using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Calls;

public sealed class TransferTest
{
    private const string A = World.A;
    private const string B = World.B;
    private const string C = World.C;
    private const string D = World.D;

    [Fact]
    public async Task Row_16_a_transfer_of_the_only_party_takes_the_call_from_the_application()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();

        var reply = await TransferAsync(world, id, C);
        var accepted = await world.Webhook.NextAsync("CallTransferAccepted");
        var disconnected = await world.Webhook.NextAsync("CallDisconnected");

        Assert.Equal((202, "xfer"), (reply.Status, reply.Text("operationContext")));
        Assert.Equal("4:" + A, accepted.Data.GetProperty("transferee").GetProperty("rawId").GetString());
        Assert.Equal("4:" + C, accepted.Data.GetProperty("transferTarget").GetProperty("rawId").GetString());
        Assert.Equal((200, 7015), disconnected.Result);
        Assert.Equal(CallPhase.WithoutApplication, call.State);
        Assert.Equal((404, "8522"), (await world.GetAsync($"/{id}")).Refusal);
    }

    [Fact]
    public async Task Row_16_a_transfer_out_of_a_group_leaves_the_application_with_the_rest()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectThreeAsync();

        await TransferAsync(world, id, D, transferee: A, callerId: B);
        await world.Webhook.NextAsync("CallTransferAccepted");
        var roster = await world.Webhook.NextAsync("ParticipantsUpdated");

        Assert.Equal("4:" + C, Assert.Single(roster.Data.GetProperty("participants").EnumerateArray()).GetProperty("identifier").GetProperty("rawId").GetString());
        await call.HangUpAsync();
        Assert.Equal("the other party hung up", call.Leg(D)!.EndedBecause);
        Assert.Equal(LegState.Connected, call.Leg(C)!.State);
    }

    [Fact]
    public async Task A_failed_transfer_leaves_the_call_as_it_was()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.Decline());
        var (_, id) = await world.ConnectAsync();

        await TransferAsync(world, id, C);

        Assert.Equal((603, 560603), (await world.Webhook.NextAsync("CallTransferFailed")).Result);
        Assert.Equal("connected", (await world.GetAsync($"/{id}")).Text("callConnectionState"));
    }

    [Fact]
    public async Task Row_18_a_failed_transfer_can_take_the_call_with_it()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.FailedTransferLosesCall = true;
        world.Simulator.Telephones.Script(C, TelephoneScript.Busy());
        var (call, id) = await world.ConnectAsync();

        await TransferAsync(world, id, C);
        await world.Webhook.NextAsync("CallTransferFailed");

        Assert.Equal((400, "8501"), (await world.AddAsync(id, D)).Refusal);
        Assert.Equal(OutcomeKind.Lost, call.Outcome!.Kind);
        Assert.DoesNotContain("CallDisconnected", world.Webhook.Callbacks, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_second_transfer_meanwhile_is_409()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (_, id) = await world.ConnectAsync();
        await TransferAsync(world, id, C);

        Assert.Equal((409, "8607"), (await TransferAsync(world, id, D)).Refusal);
        Assert.Equal("transferring", (await world.GetAsync($"/{id}")).Text("callConnectionState"));
    }

    [Fact]
    public async Task A_transfer_is_refused_while_a_prompt_plays_and_in_a_group_without_its_transferee()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();
        Assert.Equal((400, "8523"), (await TransferAsync(world, id, D)).Refusal);

        await world.PostAsync($"/{id}:play", """{"playSources":[{"kind":"file","file":{"uri":"https://media.example.net/a.wav"}}],"playOptions":{"loop":true}}""");

        Assert.Equal((412, "8583"), (await TransferAsync(world, id, D, transferee: A, callerId: B)).Refusal);
    }

    [Fact]
    public async Task A_transferee_who_hangs_up_ends_the_transfer()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(D, TelephoneScript.NoAnswer());
        var (call, id) = await world.ConnectThreeAsync();
        await TransferAsync(world, id, D, transferee: A, callerId: B);

        await call.HangUpAsync();
        await world.Webhook.NextAsync("CallTransferFailed");

        Assert.Equal(LegState.Ended, call.Leg(D)!.State);
    }

    [Fact]
    public async Task Participants_move_from_one_call_to_another()
    {
        await using var world = await World.StartAsync();
        var (first, from) = await world.ConnectAsync();
        var (second, to) = await world.ConnectAsync(new() { From = D, To = B });

        var reply = await world.PostAsync($"/{to}/participants:moveHere", $$"""{"targetParticipants":[{{World.Phone(A)}}],"fromCall":"{{from}}","operationContext":"move"}""");
        var moved = await world.Webhook.NextAsync("MoveParticipantSucceeded");
        var rest = await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Concerns(from));
        await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Concerns(to) && one.Participants == 2);
        await world.DeleteAsync($"/{from}");
        await first.HangUpAsync();
        await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Concerns(to) && one.Participants == 1);

        Assert.Equal((202, from), (reply.Status, reply.Text("fromCall")));
        Assert.Equal((from, to), (moved.Text("fromCall"), moved.Text("callConnectionId")));
        Assert.Equal(0, rest.Data.GetProperty("participants").GetArrayLength());
        Assert.Equal(LegState.Connected, second.Leg(D)!.State);
    }

    [Fact]
    public async Task Moving_somebody_who_is_not_there_fails_by_event()
    {
        await using var world = await World.StartAsync();
        var (_, from) = await world.ConnectAsync();
        var (_, to) = await world.ConnectAsync(new() { From = D, To = B });

        await world.PostAsync($"/{from}/participants:moveHere", $$"""{"targetParticipants":[{{World.Phone(C)}}],"fromCall":"{{to}}"}""");

        Assert.Equal((400, 8558), (await world.Webhook.NextAsync("MoveParticipantFailed")).Result);
    }

    private static Task<ApiReply> TransferAsync(World world, string id, string target, string? transferee = null, string? callerId = null) =>
        world.PostAsync($"/{id}:transferToParticipant", $$$"""
            {"targetParticipant":{{{World.Phone(target)}}},{{{(transferee is null ? "" : $"\"transferee\":{World.Phone(transferee)},")}}}{{{(callerId is null ? "" : $"\"sourceCallerIdNumber\":{{\"value\":\"{callerId}\"}},")}}}"operationContext":"xfer","customCallingContext":{"voipHeaders":{},"sipHeaders":{} } }
            """);
}

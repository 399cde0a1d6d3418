using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Calls;

public sealed class InvitationTest
{
    private const string A = World.A;
    private const string B = World.B;
    private const string C = World.C;

    public static TheoryData<TelephoneScript, int, int, int?, int?> Failures => new()
    {
        { TelephoneScript.Busy(), 486, 560486, 486, 17 },
        { TelephoneScript.Decline(), 603, 560603, 603, 21 },
        { TelephoneScript.NoAnswer(TimeSpan.Zero), 480, 560480, 480, 19 },
        { TelephoneScript.TemporarilyUnavailable(), 480, 560480, 480, null },
        { TelephoneScript.Unreachable(Unreachability.NumberNotFound), 404, 560404, 404, 1 },
        { TelephoneScript.Unreachable(), 480, 560480, 480, 20 },
        { TelephoneScript.Unreachable(Unreachability.ServiceUnavailable), 503, 560503, 503, 38 },
        { TelephoneScript.Unreachable(Unreachability.NotRegistered), 480, 10037, null, null },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Failures))]
    public async Task Row_11_each_failure_has_its_documented_codes(TelephoneScript script, int code, int subCode, int? sip, int? q850)
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, script);
        var (_, id) = await world.ConnectAsync();

        await world.AddAsync(id, C, context: "first");
        var failed = await world.Webhook.NextAsync("AddParticipantFailed");

        Assert.Equal((code, subCode), failed.Result);
        Assert.Equal((sip, q850), (Detail("sipDetails"), Detail("q850Details")));
        Assert.Equal("first", failed.Text("operationContext"));
        Assert.Equal("4:" + C, failed.Data.GetProperty("participant").GetProperty("rawId").GetString());

        int? Detail(string name) =>
            failed.Data.GetProperty("resultInformation").TryGetProperty(name, out var detail) ? detail.GetProperty("code").GetInt32() : null;
    }

    [Fact]
    public async Task Row_11_an_invitation_times_out_with_the_chosen_pair()
    {
        await using var world = await World.StartAsync(World.Options with
        {
            DefaultInvitationTimeout = TimeSpan.FromMilliseconds(30),
            InvitationTimeoutResult = new(408, 10057),
        });
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (_, id) = await world.ConnectAsync();

        await world.AddAsync(id, C, timeout: 0);

        Assert.Equal((408, 10057), (await world.Webhook.NextAsync("AddParticipantFailed")).Result);
    }

    [Fact]
    public async Task Row_11_a_telephone_answers_talks_and_hangs_up()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.AnswerAfter(TimeSpan.FromMilliseconds(10)).HangUpAfter(TimeSpan.FromMilliseconds(10)));
        var (call, id) = await world.ConnectAsync();

        await world.AddAsync(id, C);
        await world.Webhook.NextAsync("AddParticipantSucceeded");
        await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Participants == 2);
        var left = await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Participants == 1);

        Assert.Equal(3, left.Data.GetProperty("sequenceNumber").GetInt32());
        Assert.Equal("hung up", call.Leg(C)!.EndedBecause);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, C), call.Outcome);
    }

    [Fact]
    public async Task Row_18_voicemail_answers_like_a_person_and_presses_nothing()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.Voicemail(TimeSpan.FromMilliseconds(10)));
        var (_, id) = await world.ConnectThreeAsync();

        await world.PostAsync($"/{id}:recognize", $$$"""{"recognizeInputType":"dtmf","recognizeOptions":{"targetParticipant":{{{World.Phone(C)}}},"initialSilenceTimeoutInSeconds":0,"dtmfOptions":{"maxTonesToCollect":1} } }""");

        Assert.Equal((400, 8510), (await world.Webhook.NextAsync("RecognizeFailed")).Result);
    }

    [Fact]
    public async Task A_cancelled_invitation_stops_ringing()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (call, id) = await world.ConnectAsync();
        var invitation = (await world.AddAsync(id, C)).Text("invitationId");

        var reply = await world.PostAsync($"/{id}/participants:cancelAddParticipant", $$"""{"invitationId":"{{invitation}}","operationContext":"cancel"}""");
        var cancelled = await world.Webhook.NextAsync("CancelAddParticipantSucceeded");

        Assert.Equal((202, invitation), (reply.Status, reply.Text("invitationId")));
        Assert.Equal((invitation, "cancel"), (cancelled.Text("invitationId"), cancelled.Text("operationContext")));
        Assert.Equal("cancelled", call.Leg(C)!.EndedBecause);
    }

    [Fact]
    public async Task Cancelling_too_late_fails_by_event()
    {
        await using var world = await World.StartAsync();
        var (_, id) = await world.ConnectThreeAsync();

        await world.PostAsync($"/{id}/participants:cancelAddParticipant", """{"invitationId":"gone"}""");

        Assert.Equal("gone", (await world.Webhook.NextAsync("CancelAddParticipantFailed")).Text("invitationId"));
    }

    [Fact]
    public async Task Whether_the_failed_add_follows_its_cancel_is_an_option()
    {
        await using var world = await World.StartAsync(World.Options with { AddParticipantFailedFollowsCancel = true });
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (_, id) = await world.ConnectAsync();
        var invitation = (await world.AddAsync(id, C)).Text("invitationId");

        await world.PostAsync($"/{id}/participants:cancelAddParticipant", $$"""{"invitationId":"{{invitation}}"}""");

        Assert.Equal((487, 0), (await world.Webhook.NextAsync("AddParticipantFailed")).Result);
    }

    [Fact]
    public async Task Several_invitations_may_ring_at_once()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        world.Simulator.Telephones.Script(World.D, TelephoneScript.NoAnswer());
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, C);
        await world.AddAsync(id, World.D);

        Assert.True(await call.AnswerAsync(World.D));

        Assert.Equal("4:" + World.D, (await world.Webhook.NextAsync("AddParticipantSucceeded")).Data.GetProperty("participant").GetProperty("rawId").GetString());
        Assert.Equal(LegState.Ringing, call.Leg(C)!.State);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_ends_the_call_and_its_invitations()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, C);

        await call.HangUpAsync();
        var disconnected = await world.Webhook.NextAsync("CallDisconnected");

        Assert.Equal((0, 540000), disconnected.Result);
        Assert.Equal("answer", disconnected.Text("operationContext"));
        await World.Within(call.Ended);
        Assert.Equal(OutcomeKind.CallerHungUp, call.Outcome!.Kind);
        Assert.Equal("the application left", call.Leg(C)!.EndedBecause);
    }

    [Fact]
    public async Task An_invitation_to_an_owned_number_is_a_new_incoming_call_which_may_be_answered()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();
        await world.PostAsync($"/{id}/participants:add", $$$"""
            {"participantToAdd":{{{World.Phone(B)}}},"sourceCallerIdNumber":{"value":"{{{B}}}"},"customCallingContext":{"voipHeaders":{},"sipHeaders":{"X-MS-Custom-trail":"b"} } }
            """);
        var incoming = await world.Webhook.NextAsync("IncomingCall");

        Assert.Equal(call.Id, incoming.Text("correlationId"));
        Assert.Equal("b", incoming.Data.GetProperty("customContext").GetProperty("sipHeaders").GetProperty("X-MS-Custom-trail").GetString());
        var inner = await world.AnswerAsync(incoming.Text("incomingCallContext"));
        Assert.Equal(200, inner.Status);
        await world.Webhook.NextAsync("AddParticipantSucceeded");
        await world.DeleteAsync("/" + inner.Text("callConnectionId"));
        await world.Webhook.NextAsync("ParticipantsUpdated", one => one.Concerns(id) && one.Participants == 1);
        Assert.Equal(LegState.Connected, call.Leg(A)!.State);
    }

    [Fact]
    public async Task An_invitation_to_an_owned_number_that_is_rejected_fails()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, B);
        var incoming = await world.Webhook.NextAsync("IncomingCall");

        await world.PostAsync(":reject", $$"""{"incomingCallContext":"{{incoming.Text("incomingCallContext")}}","callRejectReason":"busy"}""");

        Assert.Equal((486, 560486), (await world.Webhook.NextAsync("AddParticipantFailed")).Result);
        Assert.Null(call.Outcome);
    }

    [Fact]
    public async Task An_invitation_to_an_owned_number_that_is_redirected_is_answered_by_the_target()
    {
        await using var world = await World.StartAsync();
        var (call, id) = await world.ConnectAsync();
        await world.AddAsync(id, B);
        var incoming = await world.Webhook.NextAsync("IncomingCall");

        await world.RedirectAsync(incoming.Text("incomingCallContext"), C);
        await world.Webhook.NextAsync("AddParticipantSucceeded");
        await world.PostAsync($"/{id}:terminate", "");

        await World.Within(call.Ended);
        Assert.All(call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
        Assert.Equal("the other party hung up", call.Leg(C)!.EndedBecause);
    }

    [Fact]
    public async Task The_caller_id_and_headers_of_an_invitation_reach_the_telephone()
    {
        await using var world = await World.StartAsync(World.Options with { CallerIdRule = CallerIdRule.DirectRouting });
        var (call, id) = await world.ConnectAsync();

        await world.PostAsync($"/{id}/participants:add", $$$"""
            {"participantToAdd":{{{World.Phone(C)}}},"sourceCallerIdNumber":{"value":"{{{A}}}"},"customCallingContext":{"sipHeaders":{"User-To-User":"x"} } }
            """);

        Assert.Equal(A, call.Leg(C)!.CallerId);
        Assert.Equal("x", call.Leg(C)!.SipHeaders["User-To-User"]);
    }
}

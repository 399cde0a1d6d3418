using Koppla.Simulator.Calls;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Calls;

public sealed class RedirectTest
{
    private const string A = World.A;
    private const string B = World.B;
    private const string C = World.C;

    [Fact]
    public async Task Row_17_a_redirect_rings_the_target_and_raises_no_event()
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();

        var reply = await world.RedirectAsync(context, C);
        await World.Within(call.Settled);

        Assert.Equal(204, reply.Status);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, C), call.Outcome);
        Assert.Equal(CallPhase.WithoutApplication, call.State);
        Assert.Equal(A, call.Leg(C)!.CallerId);
        Assert.Empty(world.Webhook.Callbacks);
        await call.HangUpAsync();
        await World.Within(call.Ended);
        Assert.All(call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
    }

    [Fact]
    public async Task Only_the_first_of_answer_redirect_and_reject_has_an_effect()
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();
        await world.RedirectAsync(context, C);

        Assert.Equal((404, "8522"), (await world.RedirectAsync(context, World.D)).Refusal);
        Assert.Equal((404, "8522"), (await world.AnswerAsync(context)).Refusal);
        Assert.Equal((404, "8522"), (await world.PostAsync(":reject", $$"""{"incomingCallContext":"{{context}}"}""")).Refusal);
        Assert.Single(call.Commands, command => command.IsEffective);
    }

    [Fact]
    public async Task A_redirect_to_a_busy_telephone_ends_the_call_with_sip_486()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.Busy());
        var (call, context) = await world.RingAsync();

        await world.RedirectAsync(context, C);
        await World.Within(call.Ended);

        Assert.Equal(new CallOutcome(OutcomeKind.NobodyAnswered, C, "busy", 486), call.Outcome);
    }

    [Fact]
    public async Task A_redirect_to_a_telephone_that_nobody_answers_ends_with_the_establishment_timeout()
    {
        await using var world = await World.StartAsync(World.Options with { EstablishmentTimeout = TimeSpan.FromMilliseconds(30) });
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (call, context) = await world.RingAsync();

        await world.RedirectAsync(context, C);
        await World.Within(call.Ended);

        Assert.Equal("no answer", call.Outcome!.Reason);
    }

    [Fact]
    public async Task Row_12_a_redirect_to_an_owned_number_raises_the_call_again()
    {
        const string other = "+46812340001";
        await using var world = await World.StartAsync(World.Options with { OwnedNumbers = [B, other] });
        var (call, context) = await world.RingAsync();

        await world.RedirectAsync(context, other);
        var again = await world.Webhook.NextAsync("IncomingCall");
        await world.RedirectAsync(again.Text("incomingCallContext"), C);
        await World.Within(call.Settled);

        Assert.Equal(call.Id, again.Text("correlationId"));
        Assert.NotEqual(context, again.Text("incomingCallContext"), StringComparer.Ordinal);
        Assert.Equal("4:" + other, again.Data.GetProperty("to").GetProperty("rawId").GetString());
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, C), call.Outcome);
    }

    [Fact]
    public async Task A_redirect_loop_stops_after_20_rounds()
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();

        for (var round = 1; round <= 20; round++)
        {
            Assert.Equal(204, (await world.RedirectAsync(context, B)).Status);
            context = (await world.Webhook.NextAsync("IncomingCall")).Text("incomingCallContext");
        }

        Assert.Null(call.Outcome);
        await world.RedirectAsync(context, B);
        await World.Within(call.Ended);
        Assert.Equal(OutcomeKind.RedirectLoop, call.Outcome!.Kind);
    }

    [Fact]
    public async Task A_scripted_user_rings_and_an_unscripted_one_raises_the_call_again()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script("8:acs:res_anna", TelephoneScript.AnswerAfter(TimeSpan.Zero));
        var (first, context) = await world.RingAsync();
        await world.PostAsync(":redirect", $$$"""{"incomingCallContext":"{{{context}}}","target":{"communicationUser":{"id":"8:acs:res_anna"} } }""");
        await World.Within(first.Settled);
        var (second, next) = await world.RingAsync();
        await world.PostAsync(":redirect", $$$"""{"incomingCallContext":"{{{next}}}","target":{"communicationUser":{"id":"8:acs:res_bo"} } }""");
        var again = await world.Webhook.NextAsync("IncomingCall");

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, "8:acs:res_anna"), first.Outcome);
        Assert.Equal((second.Id, "8:acs:res_bo"), (again.Text("correlationId"), again.Data.GetProperty("to").GetProperty("rawId").GetString()));
    }

    [Theory]
    [InlineData("busy", 486)]
    [InlineData("forbidden", 403)]
    [InlineData("none", 603)]
    public async Task A_reject_tells_the_caller_why(string reason, int sip)
    {
        await using var world = await World.StartAsync();
        var (call, context) = await world.RingAsync();

        await world.PostAsync(":reject", $$"""{"incomingCallContext":"{{context}}","callRejectReason":"{{reason}}"}""");
        await World.Within(call.Ended);

        Assert.Equal(new CallOutcome(OutcomeKind.Rejected, Reason: reason, SipStatus: sip), call.Outcome);
    }

    [Fact]
    public async Task Row_12_a_call_nobody_takes_ends_with_its_ring_window()
    {
        await using var world = await World.StartAsync(World.Options with { RingWindow = TimeSpan.FromMilliseconds(40) });
        var (call, context) = await world.RingAsync();

        await World.Within(call.Ended);

        Assert.Equal(OutcomeKind.RingWindowExpired, call.Outcome!.Kind);
        Assert.Equal((404, "8522"), (await world.AnswerAsync(context)).Refusal);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_stops_the_target_from_ringing()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Telephones.Script(C, TelephoneScript.NoAnswer());
        var (call, context) = await world.RingAsync();
        await world.RedirectAsync(context, C);
        await World.Within(world.Simulator.Telephones.RangAsync(C, TestContext.Current.CancellationToken));
        Assert.Equal(CallPhase.Redirected, call.State);

        await call.HangUpAsync();
        await World.Within(call.Ended);

        Assert.Equal(OutcomeKind.CallerHungUp, call.Outcome!.Kind);
        Assert.Equal("the caller hung up", call.Leg(C)!.EndedBecause);
    }

    [Fact]
    public async Task A_caller_loses_patience()
    {
        await using var world = await World.StartAsync();

        var (call, _) = await world.RingAsync(new() { From = null, To = B, HangUpAfter = TimeSpan.FromMilliseconds(20) });
        await World.Within(call.Ended);

        Assert.Equal(OutcomeKind.CallerHungUp, call.Outcome!.Kind);
        Assert.Equal("anonymous", call.Legs[0].Number);
    }

    [Fact]
    public async Task A_call_that_no_subscription_wants_is_dropped()
    {
        await using var world = await World.StartAsync(subscribe: false);
        await world.SubscribeAsync(new Subscription { Name = "other", Endpoint = world.Webhook.Events, NumberPrefixes = ["+4631"] });

        var call = await world.Simulator.Calls.PlaceAsync(new() { From = A, To = B }, TestContext.Current.CancellationToken);

        await World.Within(call.Ended);
        Assert.Equal(OutcomeKind.NoSubscriber, call.Outcome!.Kind);
    }

    [Fact]
    public async Task Calls_are_forgotten_beyond_the_bound()
    {
        await using var world = await World.StartAsync(World.Options with { KeptCalls = 2 });
        var (first, context) = await world.RingAsync();
        await world.RingAsync();
        await world.RingAsync();

        Assert.Null(world.Simulator.Calls.Find(first.Id));
        Assert.Equal(2, world.Simulator.Calls.All.Count);
        Assert.Equal((404, "8522"), (await world.RedirectAsync(context, C)).Refusal);
    }
}

using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>The turns of the machine that the tables are too coarse for.</summary>
public sealed class MachineTests
{
    private static readonly Instant Now = TestCalls.Now;
    private static readonly CallTarget OwnNumber = TestCalls.Caller;

    [Theory]
    [InlineData(LegFailure.Busy, LineState.Busy)]
    [InlineData(LegFailure.Declined, LineState.Declined)]
    [InlineData(LegFailure.NoAnswer, LineState.NoAnswer)]
    [InlineData(LegFailure.Cancelled, LineState.NoAnswer)]
    [InlineData(LegFailure.NoConnection, LineState.NoConnection)]
    [InlineData(LegFailure.NotPermitted, LineState.NoConnection)]
    public void The_failure_of_the_only_device_is_the_state_of_its_line(object failure, LineState state)
    {
        var said = CallMachine.On(Ringing(new Leg(TestCalls.App, null, null)), Failed("2.0", (LegFailure)failure), Now);

        Assert.True(said.NeedsDecision);
        Assert.Equal(state, said.Call.Lines.StateOf(Numbers.Fixed));
    }

    [Theory]
    [InlineData(18.9, false)]
    [InlineData(19, true)]
    [InlineData(25, true)]
    public void A_failure_that_does_not_tell_is_no_answer_when_it_comes_as_late_as_the_ringing_was_to_end(double seconds, bool isNoAnswer)
    {
        var call = Ringing(new Leg(TestCalls.App, null, null));
        var failed = Failed("2.0", LegFailure.NoConnection) with { LateMeansNoAnswer = true, At = call.StepSince + Duration.FromSeconds(seconds) };

        var state = CallMachine.On(call, failed, Now).Call.Lines.StateOf(Numbers.Fixed);

        Assert.Equal(isNoAnswer ? LineState.NoAnswer : LineState.NoConnection, state);
    }

    [Theory]
    [InlineData(LegFailure.NoConnection, LegFailure.Busy, LineState.Busy)]
    [InlineData(LegFailure.NoAnswer, LegFailure.Declined, LineState.Declined)]
    [InlineData(LegFailure.NoConnection, LegFailure.NoAnswer, LineState.NoAnswer)]
    public void Of_several_failures_what_a_person_did_counts_most(object first, object second, LineState state)
    {
        var one = CallMachine.On(TestCalls.In(Phase.Ringing), Failed("2.0", (LegFailure)first), Now);
        Assert.False(one.NeedsDecision);

        var both = CallMachine.On(one.Call, Failed("2.1", (LegFailure)second), Now);

        Assert.True(both.NeedsDecision);
        Assert.Equal(state, both.Call.Lines.StateOf(Numbers.Fixed));
    }

    [Fact]
    public void A_caller_ID_that_may_not_be_shown_is_replaced_by_the_other_under_another_name()
    {
        var call = Ringing(new Leg(TestCalls.Desk, Numbers.Caller, Numbers.Fixed));

        var said = CallMachine.On(call, Failed("2.0", LegFailure.NotPermitted), Now);

        var invite = Assert.IsType<CallCommand.Invite>(Assert.Single(said.Commands));
        Assert.Equal(("2.0.other", Numbers.Fixed), (invite.Context, invite.Leg.Shown));
        Assert.False(said.NeedsDecision);
        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(said.Call, Failed("2.0", LegFailure.NotPermitted), Now)));
        Assert.True(CallMachine.On(said.Call, Failed("2.0.other", LegFailure.NotPermitted), Now).NeedsDecision);
    }

    [Fact]
    public void A_transfer_whose_caller_ID_may_not_be_shown_is_tried_once_with_the_other()
    {
        var refused = new NotTransferred("refused", TestCalls.Connection, "2.transfer", Now, LegFailure.NotPermitted, "403", LateMeansNoAnswer: false);

        var said = CallMachine.On(TestCalls.In(Phase.Transferring), refused, Now);

        var transfer = Assert.IsType<CallCommand.Transfer>(Assert.Single(said.Commands));
        Assert.Equal(("3.transfer", Numbers.Fixed), (transfer.Context, transfer.CallerId));
        Assert.True(CallMachine.On(said.Call, refused with { Id = "again", Context = "3.transfer" }, Now).NeedsDecision);
    }

    // The caller's own telephone among the devices was taken for somebody who had answered.
    [Fact]
    public void The_caller_in_the_call_is_not_taken_for_a_device_with_the_callers_number()
    {
        var call = Ringing(new Leg(OwnNumber, Numbers.Fixed, null, Invitation: "invitation"));

        var said = CallMachine.Overdue(call, Look(OwnNumber), Now);

        Assert.True(said.NeedsDecision);
    }

    // The voicemail of the caller's own telephone answered, and the first roster ended the call.
    [Fact]
    public void A_partner_with_the_callers_number_does_not_make_the_caller_missing()
    {
        var call = TestCalls.In(Phase.Talking) with { Partner = OwnNumber };

        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(call, RosterOf(Now, OwnNumber), Now)));
    }

    [Fact]
    public void A_second_who_answers_with_the_callers_number_is_not_removed_for_it_could_be_the_caller()
    {
        var joined = new Joined("second", TestCalls.Connection, "1.0", Now, OwnNumber);

        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Talking), joined, Now)));
    }

    // The provider may not say who joined: the second stayed in the call.
    [Fact]
    public void Who_joined_is_known_by_the_invitation_when_the_provider_does_not_say()
    {
        var joined = new Joined("second", TestCalls.Connection, "2.1", Now, Who: null);

        var first = CallMachine.On(TestCalls.In(Phase.Ringing), joined, Now);
        Assert.Equal((TestCalls.Desk, Numbers.OtherOutside.E164), (first.Call.Partner, first.Call.Target));

        var second = Assert.IsType<CallCommand.Remove>(Assert.Single(CallMachine.On(TestCalls.In(Phase.Talking), joined, Now).Commands));
        Assert.Equal(TestCalls.Desk, second.Who);
    }

    [Fact]
    public void Somebody_unknown_who_answers_an_earlier_step_talks_with_the_caller()
    {
        var said = CallMachine.On(TestCalls.In(Phase.Ringing), new Joined("late", TestCalls.Connection, "1.0", Now, Who: null), Now);

        Assert.Equal((Phase.Talking, null), (said.Call.Phase, said.Call.Partner));
        Assert.Equal("Talking: stop-media, cancel-invitation, cancel-invitation", TransitionText.Of(said));
        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(said.Call, RosterOf(Now + Duration.FromSeconds(1), TestCalls.Caller), Now)));
    }

    [Theory]
    [InlineData(-4, false)]
    [InlineData(-3, false)]
    [InlineData(-2, true)]
    public void A_roster_from_before_the_answer_ends_nothing(int seconds, bool ends)
    {
        var said = CallMachine.On(TestCalls.In(Phase.Talking), RosterOf(Now + Duration.FromSeconds(seconds), TestCalls.Caller), Now);

        Assert.Equal(ends, said.Changed);
    }

    [Fact]
    public void When_the_caller_has_left_the_partner_is_not_kept()
    {
        Assert.Equal("Ending: hang-up", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Talking), RosterOf(Now, TestCalls.App), Now)));
        Assert.Equal("Ending: hang-up", TransitionText.Of(CallMachine.Overdue(TestCalls.In(Phase.Talking), Look(TestCalls.App), Now)));
    }

    [Fact]
    public void A_caller_without_a_number_is_missed_like_any_other()
    {
        CallTarget app = new CallTarget.App("8:acs:1_caller");
        foreach (var caller in new[] { CallTarget.Withheld.Instance, app })
        {
            var call = TestCalls.In(Phase.Talking) with { Facts = TestCalls.Facts with { Caller = null, CallerTarget = caller }, First = caller };

            Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(call, RosterOf(Now, TestCalls.App, caller), Now)));
            Assert.Equal("Ending: hang-up", TransitionText.Of(CallMachine.On(call, RosterOf(Now, TestCalls.App), Now)));
        }
    }

    [Fact]
    public void A_caller_whose_number_the_roster_does_not_tell_is_not_missed() =>
        Assert.Equal(
            TransitionText.Nothing,
            TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Talking), RosterOf(Now, TestCalls.App, CallTarget.Withheld.Instance), Now)));

    [Fact]
    public void The_ringback_that_a_referral_breaks_off_does_not_end_the_referral()
    {
        var stopped = new PlayStopped("stopped", TestCalls.Connection, "1.ringback", Now);

        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Referring), stopped, Now)));
    }

    // It was recorded as abandoned: the sweeper had given the transfer up when its target answered.
    [Fact]
    public void A_target_that_takes_the_caller_late_has_taken_the_caller()
    {
        var left = new Disconnected("left", TestCalls.Connection, "answer", Now, "200/7015");

        Assert.Equal("Ended Transferred: hang-up", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Ringing), left, Now)));
        Assert.Equal("Ended Transferred", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Parting), left, Now)));
    }

    // The process had died between storing and sending: the caller heard nothing, and the two who talked heard the ringback.
    [Fact]
    public void The_event_that_began_a_step_repeats_its_commands_when_it_comes_again()
    {
        var again = new Played("cause", TestCalls.Connection, "1.say", Now);

        Assert.Equal("again play-ringback, invite, invite", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Ringing), again, Now)));
        Assert.Equal("again stop-media, cancel-invitation", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Talking), again, Now)));
        Assert.Equal("again transfer", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Transferring), again, Now)));
        Assert.Equal("again hang-up", TransitionText.Of(CallMachine.On(TestCalls.In(Phase.Ending), again, Now)));
    }

    [Theory]
    [InlineData(Phase.Referring)]
    [InlineData(Phase.Parting)]
    [InlineData(Phase.Ended)]
    public void A_prompt_is_not_begun_again_for_that_would_break_it_off(object phase) => Assert.Equal(
        TransitionText.Nothing,
        TransitionText.Of(CallMachine.On(TestCalls.In((Phase)phase), new Played("cause", TestCalls.Connection, "1.say", Now), Now)));

    [Fact]
    public void A_device_that_has_failed_is_not_rung_again_with_the_others()
    {
        var failed = CallMachine.On(TestCalls.In(Phase.Ringing), Failed("2.0", LegFailure.Declined), Now).Call;

        var again = CallMachine.On(failed, new Played("cause", TestCalls.Connection, "1.say", Now), Now);

        Assert.Equal([TestCalls.Desk], again.Commands.OfType<CallCommand.Invite>().Select(invite => invite.Leg.Target));
    }

    // It rang nowhere, and the next step followed as if nobody had answered.
    [Fact]
    public void Devices_that_may_never_have_rung_are_rung_once_more_before_they_are_given_up()
    {
        var call = Ringing(new Leg(TestCalls.App, null, null));

        var first = CallMachine.Overdue(call, Look(TestCalls.Caller), Now);
        Assert.Equal("Ringing: play-ringback, invite", TransitionText.Of(first));

        var second = CallMachine.Overdue(first.Call, Look(TestCalls.Caller), Now);
        Assert.Equal((true, LineState.NoAnswer), (second.NeedsDecision, second.Call.Lines.StateOf(Numbers.Fixed)));
    }

    [Fact]
    public void A_transfer_that_nothing_is_heard_of_is_sent_again_and_then_given_up()
    {
        var first = CallMachine.Overdue(TestCalls.In(Phase.Transferring), Look(TestCalls.Caller), Now);
        Assert.Equal("Transferring: transfer", TransitionText.Of(first));

        var second = CallMachine.Overdue(first.Call, Look(TestCalls.Caller), Now);
        Assert.Equal((true, LineState.NoAnswer), (second.NeedsDecision, second.Call.Lines.StateOf(Numbers.Outside)));
    }

    [Fact]
    public void What_plays_is_stopped_once_more_at_the_first_look_and_then_left_alone()
    {
        var talking = CallMachine.On(TestCalls.In(Phase.Ringing), new Joined("joined", TestCalls.Connection, "2.0", Now, TestCalls.App), Now).Call;

        var first = CallMachine.Overdue(talking, Look(TestCalls.Caller, TestCalls.App), talking.Deadline);
        var second = CallMachine.Overdue(first.Call, Look(TestCalls.Caller, TestCalls.App), first.Call.Deadline);

        Assert.Equal(["Talking: stop-media, cancel-invitation", "Talking"], [TransitionText.Of(first), TransitionText.Of(second)]);
    }

    [Fact]
    public void Answered_again_a_call_goes_on_when_somebody_is_seen_in_it_or_a_round_later()
    {
        var answered = new AnswerResult(CommandResult.Accepted, TestCalls.Connection);
        var call = TestCalls.In(Phase.Answering);

        Assert.Equal(
            "Ringing: play-ringback, invite, invite",
            TransitionText.Of(CallMachine.AnsweredAgain(call, answered, Look(TestCalls.Caller), "look", Now)));

        var connecting = CallMachine.AnsweredAgain(call, answered, Look(), "look", Now);
        Assert.Equal("Answering", TransitionText.Of(connecting));
        Assert.Equal(
            "Ringing: play-ringback, invite, invite",
            TransitionText.Of(CallMachine.AnsweredAgain(connecting.Call, answered, Look(), "look", Now)));
    }

    [Theory]
    [InlineData(CommandStatus.CallGone, CallOutcome.CallerGone)]
    [InlineData(CommandStatus.Refused, CallOutcome.ProviderRefused)]
    public void Answered_again_in_vain_a_call_ends(object status, object outcome)
    {
        var answer = new AnswerResult(new CommandResult((CommandStatus)status, "code"), null);

        Assert.Equal($"Ended {outcome}", TransitionText.Of(CallMachine.AnsweredAgain(TestCalls.In(Phase.Answering), answer, null, "look", Now)));
    }

    [Fact]
    public void An_invitation_that_is_known_only_after_somebody_else_has_answered_is_cancelled()
    {
        var talking = TestCalls.In(Phase.Talking);

        Assert.Equal("again cancel-invitation", TransitionText.Of(CallMachine.Invited(talking, "2.1", "invitation")));
        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.Invited(talking, "2.0", "invitation")));
    }

    [Theory]
    [InlineData(Phase.Ending)]
    [InlineData(Phase.Ended)]
    public void An_invitation_that_is_known_only_when_the_call_is_over_changes_nothing(object phase) => Assert.Equal(
        TransitionText.Nothing,
        TransitionText.Of(CallMachine.Invited(TestCalls.In((Phase)phase) with { Work = TestCalls.Ring }, "2.1", "invitation")));

    private static SupervisedCall Ringing(Leg only) => TestCalls.In(Phase.Ringing) with { Work = TestCalls.Ring with { Legs = [only] } };

    private static NotJoined Failed(string context, LegFailure failure) =>
        new($"failed-{context}-{failure}", TestCalls.Connection, context, Now, null, failure, "code", LateMeansNoAnswer: false);

    private static Roster RosterOf(Instant at, params CallTarget[] participants) =>
        new("roster", TestCalls.Connection, null, at, [.. participants], 3);

    private static ConnectionState Look(params CallTarget[] participants) => new(ConnectionPresence.Connected, [.. participants]);
}

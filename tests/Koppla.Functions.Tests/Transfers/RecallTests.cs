using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>What becomes of the transferee when the target of a direct transfer does not take the call.</summary>
public sealed class RecallTests
{
    private static readonly FailureAction Announce = new(FailureStep.Announce);

    [Fact]
    public void The_transferor_is_rung_twice_ten_seconds_apart_and_then_the_transferee_is_told()
    {
        var tale = Direct(TransferPolicy.Recall);
        Assert.Equal("Recalling Recalling busy: ring B", tale.Fails(LegFailure.Busy));

        Assert.Equal("RecallPause Recalling busy", tale.Fails(LegFailure.Declined));
        Assert.Equal(tale.Now + Duration.FromSeconds(10), tale.Call.Deadline);
        Assert.Equal("Recalling Recalling busy: ring B", tale.Waits(tale.A));
        Assert.Equal("Parting Failed busy: unhold A, say", tale.Fails(LegFailure.NoAnswer));

        Assert.Equal(2, tale.Call.Transfer!.Recalls);
        Assert.Equal("Ending Failed busy: hang up", tale.Happens(new Played("played", TestCalls.Connection, $"{tale.Call.Step}.say", tale.Now)));
    }

    [Fact]
    public void A_recall_that_nobody_tells_of_ends_too()
    {
        var tale = Direct(TransferPolicy.Recall);

        Assert.Equal("Recalling Recalling no-answer: cancel, ring B", tale.Waits(tale.A));
        Assert.Equal("Recalling Recalling no-answer: hold A, ring B", tale.Waits(tale.A));
        Assert.Equal("RecallPause Recalling no-answer", tale.Waits(tale.A));
        Assert.Equal("Recalling Recalling no-answer: ring B", tale.Waits(tale.A));
        tale.Waits(tale.A);
        Assert.Equal("Parting Failed no-answer: unhold A, say", tale.Waits(tale.A));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_transferor_who_answers_has_the_transferee_again(bool late)
    {
        var tale = Direct(TransferPolicy.Recall);
        tale.Fails(LegFailure.Busy);
        if (late)
        {
            tale.Fails(LegFailure.NoAnswer);
        }

        Assert.Equal("Talking A-B Failed busy: stop, unhold A", tale.Answers(tale.B)[.."Talking A-B Failed busy: stop, unhold A".Length]);
        Assert.Equal(Exchange.Anna, tale.Call.PartnerUser);
        Assert.Equal(TransitionText.Nothing, tale.AreThere(tale.A, tale.B));
        Assert.Equal("Ending Failed busy: hang up", tale.AreThere(tale.A));
    }

    [Fact]
    public void A_target_that_answers_after_all_takes_the_call_and_the_transferor_rings_no_more()
    {
        var tale = Direct(TransferPolicy.Recall);
        tale.Fails(LegFailure.NoAnswer);
        tale.Do(call => CallMachine.Invited(call, $"{call.Step}.0", "recall"));

        Assert.Equal("Talking A-C Completed no-answer: stop, unhold A, cancel", tale.Answers(Tale.C));
    }

    [Fact]
    public void A_transferee_who_hangs_up_while_the_transferor_is_rung_ends_the_call()
    {
        var tale = Direct(TransferPolicy.Recall);
        tale.Fails(LegFailure.Busy);
        Assert.Equal("Ending Abandoned busy: hang up", tale.AreThere());

        tale = Direct(TransferPolicy.Recall);
        tale.Fails(LegFailure.Busy);
        tale.Fails(LegFailure.Busy);
        Assert.Equal("Ending Abandoned busy: hang up", tale.AreThere());
    }

    [Fact]
    public void A_transferor_without_a_device_is_not_rung()
    {
        var tale = new Tale { RecallDevice = null };
        tale.Begin(TransferMode.Direct);

        Assert.Equal("Parting Failed busy: unhold A, say", tale.Fails(LegFailure.Busy));
    }

    [Fact]
    public void An_announcement_that_never_began_is_missed_soon()
    {
        var tale = Direct(new(Announce, Announce, Announce, Announce));
        tale.Fails(LegFailure.Busy);

        Assert.True(tale.Call.Deadline - tale.Now < Duration.FromSeconds(30));
    }

    [Theory]
    [InlineData(LegFailure.Busy, "Recalling Recalling busy: ring B")]
    [InlineData(LegFailure.NoAnswer, "Parting Failed no-answer: unhold A, say")]
    [InlineData(LegFailure.NoConnection, "DirectRinging? Direct no-connection")]
    [InlineData(LegFailure.Declined, "DirectRinging? Failed declined: unhold A")]
    public void Every_reason_has_a_step_of_its_own(object failure, string then)
    {
        var tale = Direct(new(FailureAction.Recall, Announce, new(FailureStep.Number, Numbers.Reception), new(FailureStep.TargetRules)));

        Assert.Equal(then, tale.Fails((LegFailure)failure));
    }

    [Fact]
    public void Another_number_is_rung_by_its_own_rules_while_the_transferee_hears_music()
    {
        var number = new FailureAction(FailureStep.Number, Numbers.Reception);
        var tale = Direct(new(number, number, number, number));
        tale.Fails(LegFailure.Busy);
        Assert.Equal(Numbers.Reception, tale.Call.AsCall.Called);
        Assert.Equal(tale.Call.Facts.Organisation, tale.Call.AsCall.PlacedBy);

        Assert.Equal("DirectRinging Direct busy: ring other", tale.Decided(ToDesk).Replace(Numbers.OtherOutside.E164, "other", StringComparison.Ordinal));
        tale.Answers(TestCalls.Desk);

        Assert.Equal((Phase.Talking, TransferState.Completed, TestCalls.Desk), (tale.Call.Phase, tale.Call.Transfer!.State, tale.Call.Partner));
    }

    [Fact]
    public void Another_number_where_nothing_can_be_rung_leads_back_to_the_transferor()
    {
        var number = new FailureAction(FailureStep.Number, Numbers.Reception);
        var tale = Direct(new(number, number, number, number));
        tale.Fails(LegFailure.Busy);

        Assert.Equal("Recalling Recalling busy: ring B", tale.Decided(new Work.HangUp()));
    }

    [Fact]
    public void Another_number_that_fails_as_well_leads_back_to_the_transferor()
    {
        var number = new FailureAction(FailureStep.Number, Numbers.Reception);
        var tale = Direct(new(number, number, number, number));
        tale.Fails(LegFailure.Busy);
        tale.Decided(ToDesk);

        Assert.Equal("Recalling Recalling no-answer: ring B", tale.Fails(LegFailure.NoAnswer));
    }

    [Fact]
    public void The_rules_of_the_target_decide_by_what_became_of_it()
    {
        var rules = new FailureAction(FailureStep.TargetRules);
        var tale = Direct(new(rules, rules, rules, rules));
        tale.Fails(LegFailure.Busy);

        Assert.True(tale.Last.NeedsDecision);
        Assert.Equal(Numbers.Outside, tale.Call.AsCall.Called);
        Assert.Equal(LineState.Busy, tale.Call.Lines.StateOf(Numbers.Outside));
        Assert.Equal("Ringing Failed busy: ringback, ring +46701740661", tale.Decided(ToDesk).Replace(Numbers.OtherOutside.E164, "+46701740661", StringComparison.Ordinal));
        tale.Answers(TestCalls.Desk);
        Assert.Equal((Phase.Talking, tale.A, TestCalls.Desk), (tale.Call.Phase, tale.Call.First, tale.Call.Partner));
        Assert.Contains(tale.Last.Commands, command => command is CallCommand.Unhold { Who: var who } && who == tale.A);
    }

    [Fact]
    public void Whoever_cannot_be_held_hears_ringback_and_is_given_to_the_target()
    {
        var tale = Direct(TransferPolicy.Recall);

        Assert.Equal("again unhold A, ringback", tale.HoldFails());
        Assert.Equal("Talking A-C Completed: stop, unhold A", tale.Answers(Tale.C));
    }

    private static Work.Ring ToDesk => new(Numbers.OtherOutside, 20, null, [new Leg(TestCalls.Desk, null, null)]);

    private static Tale Direct(TransferPolicy policy)
    {
        var tale = new Tale { Policy = policy };
        tale.Begin(TransferMode.Direct);
        return tale;
    }
}

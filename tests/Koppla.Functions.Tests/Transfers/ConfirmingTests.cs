using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using NodaTime;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>Whoever answers a direct transfer on a telephone presses a key, which a voicemail does not.</summary>
public sealed class ConfirmingTests
{
    [Fact]
    public void A_target_that_answers_is_asked_and_gets_the_call_by_pressing_1()
    {
        var tale = Direct();

        Assert.Equal("Confirming Direct: ask C", tale.Answers(Tale.C));
        Assert.Equal("Talking A-C Completed: stop, unhold A", tale.Presses('1'));
    }

    [Fact]
    public void A_voicemail_that_answers_is_left_and_the_transferor_rung()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Recalling Recalling not-confirmed: remove C, ring B", tale.PressesNothing());
    }

    [Theory]
    [InlineData('2')]
    [InlineData('#')]
    public void Another_key_is_no_yes(char key)
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Recalling Recalling not-confirmed: remove C, ring B", tale.Presses(key));
    }

    [Fact]
    public void A_target_that_hangs_up_instead_does_not_take_the_call()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Recalling Recalling not-confirmed: ring B", tale.AreThere(tale.A));
    }

    [Fact]
    public void An_app_is_not_asked()
    {
        var tale = Direct();

        Assert.Equal("Talking other-A Completed: stop, unhold A, cancel", InOrder(tale.Answers(new CallTarget.App("8:acs:1_lars"))));
    }

    [Fact]
    public void An_app_that_answers_while_a_telephone_is_asked_has_the_call()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Talking other-A Completed: stop, unhold A, remove C, cancel", InOrder(tale.Answers(new CallTarget.App("8:acs:1_lars"))));
    }

    [Fact]
    public void A_second_telephone_that_answers_meanwhile_is_not_needed()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("again remove other", tale.Answers(new CallTarget.Telephone(Numbers.Reception)).Replace(Numbers.Reception.E164, "other", StringComparison.Ordinal));
    }

    [Fact]
    public void While_one_is_asked_the_others_ring_and_may_answer_after_all()
    {
        var tale = Direct();
        tale.Do(call => Transition.To(call with
        {
            Work = TestCalls.TransferRing with { Legs = [TestCalls.TransferRing.Legs[0], new Leg(TestCalls.App, null, null, Invitation: "second")] },
        }));
        tale.Answers(Tale.C);

        Assert.Equal("DirectRinging Direct: remove C", tale.PressesNothing());
        Assert.Equal(TransitionText.Nothing, tale.Happens(new Joined(
            "again", TestCalls.Connection, $"{tale.Call.Step}.0", tale.Now - Duration.FromSeconds(2), Tale.C)));
        Assert.Equal("Recalling Recalling no-answer: ring B", tale.Happens(new NotJoined(
            "second", TestCalls.Connection, $"{tale.Call.Step}.1", tale.Now, null, LegFailure.NoAnswer, "code", LateMeansNoAnswer: false)));
    }

    [Fact]
    public void A_question_that_nothing_is_heard_of_is_asked_once_more()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Confirming Direct: ask C", tale.Waits(tale.A, Tale.C));
        Assert.Equal("Recalling Recalling not-confirmed: remove C, ring B", tale.Waits(tale.A, Tale.C));
    }

    [Fact]
    public void A_transferee_who_hangs_up_meanwhile_ends_the_call()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal("Ending Abandoned: hang up", tale.AreThere(Tale.C));
    }

    [Fact]
    public void A_call_that_is_asked_for_a_key_is_neither_completed_nor_taken_back_by_hand()
    {
        var tale = Direct();
        tale.Answers(Tale.C);

        Assert.Equal(TransitionText.Nothing, tale.Complete());
        Assert.Equal(TransitionText.Nothing, tale.Cancel());
    }

    [Fact]
    public void A_transferor_who_is_rung_at_a_telephone_presses_the_key_too()
    {
        var tale = new Tale { NeedsKey = true, RecallDevice = TestCalls.Desk };
        tale.Begin(TransferMode.Direct);
        tale.Fails(LegFailure.Busy);

        tale.Answers(TestCalls.Desk);
        Assert.Equal((Phase.Confirming, TransferState.Recalling), (tale.Call.Phase, tale.Call.Transfer!.State));
        tale.PressesNothing();
        Assert.Equal(Phase.RecallPause, tale.Call.Phase);
        tale.Waits(tale.A);
        tale.Answers(TestCalls.Desk);
        tale.Presses('1');

        Assert.Equal((Phase.Talking, TestCalls.Desk, TransferState.Failed), (tale.Call.Phase, tale.Call.Partner, tale.Call.Transfer!.State));
    }

    private static Tale Direct()
    {
        var tale = new Tale { NeedsKey = true };
        tale.Begin(TransferMode.Direct);
        return tale;
    }

    private static string InOrder(string text) => text.Replace("A-other", "other-A", StringComparison.Ordinal);
}

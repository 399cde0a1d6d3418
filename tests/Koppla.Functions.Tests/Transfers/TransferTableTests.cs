using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>Every state of a transfer and all that can happen in it, for a transferor who has answered and for one who has called.</summary>
public sealed class TransferTableTests
{
    private const string Again = "Talking A-B";

    private static readonly Dictionary<string, Action<Tale>> States = new(StringComparer.Ordinal)
    {
        ["ringing"] = tale => tale.Begin(TransferMode.Announced),
        ["consulting"] = Consult,
        ["direct"] = tale => tale.Begin(TransferMode.Direct),
        ["completed"] = tale =>
        {
            Consult(tale);
            tale.Complete();
        },
        ["cancelled"] = tale =>
        {
            Consult(tale);
            tale.Cancel();
        },
        ["abandoned"] = tale =>
        {
            Consult(tale);
            tale.AreThere(tale.B, Tale.C);
        },
        ["failed"] = tale =>
        {
            tale.Begin(TransferMode.Announced);
            tale.Fails(LegFailure.Busy);
        },
    };

    private static readonly Dictionary<string, Func<Tale, string>> Happenings = new(StringComparer.Ordinal)
    {
        ["A hangs up"] = tale => tale.AreThere([.. Present(tale).Where(who => who != tale.A)]),
        ["B hangs up"] = tale => tale.AreThere([.. Present(tale).Where(who => who != tale.B)]),
        ["C hangs up"] = tale => tale.AreThere([.. Present(tale).Where(who => who != Tale.C)]),
        ["C is busy"] = tale => tale.Fails(LegFailure.Busy),
        ["C declines"] = tale => tale.Fails(LegFailure.Declined),
        ["C does not answer"] = tale => tale.Fails(LegFailure.NoAnswer),
        ["C cannot be reached"] = tale => tale.Fails(LegFailure.NoConnection),
        ["C answers"] = tale => tale.Answers(Tale.C),
        ["complete"] = tale => tale.Complete(),
        ["cancel"] = tale => tale.Cancel(),
    };

    public static TheoryData<string, string, string> Table => new()
    {
        { "ringing", "A hangs up", "TransferRinging Abandoned" },
        { "ringing", "B hangs up", "DirectRinging Direct" },
        { "ringing", "C is busy", $"{Again} Failed busy: stop, unhold A" },
        { "ringing", "C declines", $"{Again} Failed declined: stop, unhold A" },
        { "ringing", "C does not answer", $"{Again} Failed no-answer: stop, unhold A" },
        { "ringing", "C cannot be reached", $"{Again} Failed no-connection: stop, unhold A" },
        { "ringing", "C answers", "Consulting Consulting: stop" },
        { "ringing", "complete", "DirectRinging Direct: remove B" },
        { "ringing", "cancel", $"{Again} Cancelled: stop, unhold A, cancel" },

        { "consulting", "A hangs up", "Talking B-C Abandoned" },
        { "consulting", "B hangs up", "Talking A-C Completed: stop, unhold A" },
        { "consulting", "C hangs up", $"{Again} Failed target-hung-up: stop, unhold A" },
        { "consulting", "C does not answer", TransitionText.Nothing },
        { "consulting", "C answers", TransitionText.Nothing },
        { "consulting", "complete", "Talking A-C Completed: stop, unhold A, remove B" },
        { "consulting", "cancel", $"{Again} Cancelled: stop, unhold A, remove C" },

        { "direct", "A hangs up", "Ending Abandoned: hang up" },
        { "direct", "B hangs up", TransitionText.Nothing },
        { "direct", "C is busy", "Recalling Recalling busy: ring other" },
        { "direct", "C declines", "Recalling Recalling declined: ring other" },
        { "direct", "C does not answer", "Recalling Recalling no-answer: ring other" },
        { "direct", "C cannot be reached", "Recalling Recalling no-connection: ring other" },
        { "direct", "C answers", "Talking A-C Completed: stop, unhold A" },
        { "direct", "complete", TransitionText.Nothing },
        { "direct", "cancel", TransitionText.Nothing },

        { "completed", "A hangs up", "Ending Completed: hang up" },
        { "completed", "C hangs up", "Ending Completed: hang up" },
        { "completed", "C answers", TransitionText.Nothing },
        { "completed", "complete", TransitionText.Nothing },
        { "completed", "cancel", TransitionText.Nothing },

        { "cancelled", "A hangs up", "Ending Cancelled: hang up" },
        { "cancelled", "B hangs up", "Ending Cancelled: hang up" },
        { "cancelled", "C answers", "again remove C" },
        { "cancelled", "complete", TransitionText.Nothing },
        { "cancelled", "cancel", TransitionText.Nothing },

        { "abandoned", "B hangs up", "Ending Abandoned: hang up" },
        { "abandoned", "C hangs up", "Ending Abandoned: hang up" },
        { "abandoned", "C answers", TransitionText.Nothing },
        { "abandoned", "complete", TransitionText.Nothing },
        { "abandoned", "cancel", TransitionText.Nothing },

        { "failed", "A hangs up", "Ending Failed busy: hang up" },
        { "failed", "B hangs up", "Ending Failed busy: hang up" },
        { "failed", "C does not answer", TransitionText.Nothing },
        { "failed", "C answers", "again remove C" },
        { "failed", "complete", TransitionText.Nothing },
        { "failed", "cancel", TransitionText.Nothing },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Whatever_happens_has_the_effect_of_the_table(string state, string happens, string then)
    {
        foreach (var (byCaller, withheld) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
        {
            var tale = new Tale(byCaller, withheld) { RecallDevice = TestCalls.Desk };
            States[state](tale);

            var did = Happenings[happens](tale);

            Assert.Equal((byCaller, withheld, then.Replace("other", Numbers.OtherOutside.E164, StringComparison.Ordinal)), (byCaller, withheld, did));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void While_the_target_rings_the_transferee_hears_music_and_the_transferor_ringback(bool byCaller) => Assert.Equal(
        "TransferRinging Ringing: hold A, ringback to B, ring C", new Tale(byCaller).Begin(TransferMode.Announced));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_direct_transfer_lets_the_transferor_go_at_once(bool byCaller) => Assert.Equal(
        "DirectRinging Direct: hold A, remove B, ring C", new Tale(byCaller).Begin(TransferMode.Direct));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_users_of_the_call_are_those_who_talk_in_it(bool byCaller)
    {
        var tale = new Tale(byCaller);
        Consult(tale);
        Assert.True(tale.Call.IsOf(Exchange.Anna));

        tale.Complete();

        Assert.False(tale.Call.IsOf(Exchange.Anna));
        Assert.Equal(byCaller, tale.Call.IsOf(Tale.Colleague));
        Assert.Equal(byCaller ? Tale.Colleague : null, tale.Call.FirstUser);
    }

    [Fact]
    public void When_the_transferee_has_gone_the_transferor_still_gets_the_target()
    {
        var tale = new Tale();
        tale.Begin(TransferMode.Announced);
        tale.AreThere(tale.B);

        Assert.Equal("Talking B-C Abandoned: stop", tale.Answers(Tale.C));
        Assert.Equal(Exchange.Anna, tale.Call.FirstUser);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void When_the_transferee_has_gone_and_nobody_answers_or_waits_the_call_is_over(bool fails)
    {
        var tale = new Tale();
        tale.Begin(TransferMode.Announced);
        tale.AreThere(tale.B);

        Assert.Equal("Ending Abandoned: hang up", fails ? tale.Fails(LegFailure.Busy) : tale.AreThere());
    }

    [Fact]
    public void When_the_transferee_and_the_target_hang_up_together_nobody_is_left_alone()
    {
        var tale = new Tale();
        Consult(tale);

        Assert.Equal("Ending Abandoned: hang up", tale.AreThere(tale.B));
    }

    [Fact]
    public void When_the_transferor_and_the_target_hang_up_together_the_transferor_is_rung_again()
    {
        var tale = new Tale();
        Consult(tale);

        Assert.Equal("Recalling Recalling declined: cancel, ring B", tale.AreThere(tale.A));
    }

    [Fact]
    public void A_transferor_who_asks_for_it_or_hangs_up_while_the_target_rings_hands_over_when_it_answers()
    {
        var tale = new Tale();
        tale.Begin(TransferMode.Announced);
        tale.Complete();

        Assert.Equal(TransitionText.Nothing, tale.AreThere(tale.A));
        Assert.Equal("Talking A-C Completed: stop, unhold A", tale.Answers(Tale.C));
        Assert.Equal(TransferMode.Direct, tale.Call.Transfer!.Mode);
    }

    [Fact]
    public void A_transferred_call_is_transferred_on()
    {
        var tale = new Tale();
        Consult(tale);
        tale.Complete();
        var first = tale.Call.Step;

        Assert.Equal("DirectRinging Direct: hold A, remove B, ring C", tale.Begin(TransferMode.Direct));
        Assert.True(tale.Call.Step > first);
    }

    // Whoever died after storing it may not have sent them.
    [Fact]
    public void A_transfer_that_is_asked_for_again_sends_its_commands_again_until_something_has_come_of_it()
    {
        var tale = new Tale();
        tale.Begin(TransferMode.Direct);
        var id = tale.Call.Transfer!.Id;

        Assert.Equal("again hold A, remove B, ring C", tale.Do(call => CallMachine.BeginTransferAgain(call, id)));
        Assert.Equal(TransitionText.Nothing, tale.Do(call => CallMachine.BeginTransferAgain(call, "another")));
        tale.Answers(Tale.C);
        Assert.Equal(TransitionText.Nothing, tale.Do(call => CallMachine.BeginTransferAgain(call, id)));
    }

    // The invitation was not known yet when the transfer was taken back.
    [Fact]
    public void An_invitation_that_is_known_too_late_is_cancelled()
    {
        var tale = new Tale();
        tale.Begin(TransferMode.Announced);
        tale.Cancel();

        Assert.Equal("again cancel", tale.Do(call => CallMachine.Invited(call, $"{call.Step}.0", "late")));
    }

    // Whoever died before sending them left the transferee on hold.
    [Fact]
    public void The_first_look_at_a_transferred_call_sends_again_what_made_it_one()
    {
        var tale = new Tale();
        Consult(tale);
        tale.Complete();

        Assert.Equal("Talking A-C Completed: stop, unhold A, remove B", tale.Waits(tale.A, Tale.C));
    }

    [Fact]
    public void When_the_call_was_answered_first_stays_known_whoever_talks_at_last()
    {
        var tale = new Tale();
        var answered = tale.Call.AnsweredAt;
        Consult(tale);
        tale.Complete();

        Assert.Equal(answered, tale.Call.AnsweredAt);
        Assert.Equal(Numbers.Outside.E164, tale.Call.Target);
    }

    private static void Consult(Tale tale)
    {
        tale.Begin(TransferMode.Announced);
        tale.Answers(Tale.C);
    }

    private static IEnumerable<CallTarget> Present(Tale tale) => (tale.Call.Phase, tale.Call.Transfer!.State) switch
    {
        (Phase.Talking, _) => [tale.Call.First, tale.Call.Partner!],
        (Phase.TransferRinging, _) => [tale.A, tale.B],
        (Phase.Consulting, _) => [tale.A, tale.B, Tale.C],
        _ => [tale.A],
    };
}

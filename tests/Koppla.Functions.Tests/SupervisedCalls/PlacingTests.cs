using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What the machine does while the own device of who places a call rings.</summary>
public sealed class PlacingTests
{
    private static readonly SupervisedCall Rings = TestCalls.In(Phase.Placing);

    private static readonly Work.Ring Telephone = TestCalls.OwnDevice with { Legs = [new Leg(TestCalls.Desk, Numbers.Reception, Numbers.Fixed)] };

    private static Instant RungOut => Rings.StepSince + Duration.FromSeconds(TestCalls.OwnDevice.Seconds);

    [Theory]
    [InlineData(LegFailure.Busy, "own-device-busy")]
    [InlineData(LegFailure.Declined, "own-device-declined")]
    [InlineData(LegFailure.NoAnswer, "own-device-no-answer")]
    [InlineData(LegFailure.NoConnection, "own-device-no-connection")]
    [InlineData(LegFailure.NotPermitted, "own-device-not-permitted")]
    public void The_reason_of_a_failure_is_kept(object failure, string reason)
    {
        var ended = CallMachine.On(Rings, Fails("2.0", (LegFailure)failure), TestCalls.Now);

        Assert.Equal((Phase.Ended, CallOutcome.NotPlaced, reason), (ended.Call.Phase, ended.Call.Outcome, ended.Call.Reason));
    }

    [Fact]
    public void A_refused_caller_id_is_replaced_by_the_other_once()
    {
        var other = CallMachine.On(Rings with { Work = Telephone }, Fails("2.0", LegFailure.NotPermitted), TestCalls.Now);

        var create = Assert.IsType<CallCommand.Create>(Assert.Single(other.Commands));
        Assert.Equal((Numbers.Fixed, "2.0.other"), (create.Leg.Shown, create.Context));
        Assert.Equal((Phase.Placing, (string?)null), (other.Call.Phase, other.Call.Connection));
        Assert.Equal(TransitionText.Nothing, TransitionText.Of(CallMachine.On(other.Call, Fails("2.0", LegFailure.NotPermitted), TestCalls.Now)));
        Assert.Equal(
            "Ended NotPlaced", TransitionText.Of(CallMachine.On(other.Call, Fails("2.0.other", LegFailure.NotPermitted), TestCalls.Now)));
    }

    [Fact]
    public void The_name_of_the_call_is_kept_if_it_is_still_the_same_that_was_asked_for()
    {
        var unnamed = Rings with { Connection = null };

        Assert.Equal("named", CallMachine.Invited(unnamed, "2.0", "named").Call.Connection);
        Assert.False(CallMachine.Invited(unnamed, "2.0.other", "named").Changed);
        Assert.False(CallMachine.Invited(Rings, "2.0", "named").Changed);
    }

    [Fact]
    public void A_device_that_rings_is_given_its_time_and_then_hung_up()
    {
        var nobody = new ConnectionState(ConnectionPresence.Connected, []);

        var waits = CallMachine.Overdue(Rings, nobody, TestCalls.Now);
        Assert.Equal((Phase.Placing, RungOut), (waits.Call.Phase, waits.Call.Deadline));

        var ending = CallMachine.Overdue(Rings, nobody, RungOut);
        Assert.Equal("Ending: hang-up", TransitionText.Of(ending));
        var ended = CallMachine.On(ending.Call, Fails("2.0", LegFailure.Cancelled), RungOut);
        Assert.Equal((CallOutcome.NotPlaced, "own-device-no-answer"), (ended.Call.Outcome, ended.Call.Reason));
    }

    [Fact]
    public void A_call_that_was_never_named_is_not_asked_for_when_its_time_is_over()
    {
        var said = CallMachine.Overdue(Rings with { Connection = null }, look: null, RungOut);

        Assert.Equal("Ended NotPlaced", TransitionText.Of(said));
    }

    [Fact]
    public void A_provider_that_says_nothing_for_long_is_told_to_hang_up() => Assert.Equal(
        "Ending: hang-up",
        TransitionText.Of(CallMachine.Overdue(
            Rings, new ConnectionState(ConnectionPresence.Unknown, []), Rings.StepSince + CallDeadlines.GiveUpAnswering + Duration.FromSeconds(1))));

    [Fact]
    public void A_device_that_answers_a_call_that_was_given_up_is_hung_up()
    {
        var ended = CallMachine.Overdue(Rings with { Connection = null }, look: null, RungOut).Call;

        var late = CallMachine.On(ended, new Connected("late", "named", "2.0", RungOut), RungOut);

        Assert.Equal(("again hang-up", "named"), (TransitionText.Of(late), late.Call.Connection));
    }

    [Fact]
    public void What_the_called_party_sees_is_the_users_number_and_else_the_organisations()
    {
        var organisation = new Routing.Directory.Organisation(
            IncomingCalls.Exchange.Owner, "Exempelbolaget AB", false, Routing.Destinations.AllowedCountries.Default, null)
        {
            MainNumber = Numbers.Reception,
        };

        Assert.Equal(new CallerIds(Numbers.Fixed, Numbers.Reception), Shown(Routing.Directory.CallerIdChoice.Caller));
        Assert.Equal(new CallerIds(Numbers.Fixed, Numbers.Reception), Shown(Routing.Directory.CallerIdChoice.Forwarder));
        Assert.Equal(new CallerIds(Numbers.Reception, Numbers.Fixed), Shown(Routing.Directory.CallerIdChoice.Organisation));

        CallerIds Shown(Routing.Directory.CallerIdChoice choice) =>
            CallerIds.For(Rings.Facts, new Decided(new Forward(Numbers.Outside), [], Trail.Empty, organisation with { CallerId = choice }, null));
    }

    private static NotJoined Fails(string context, LegFailure failure) =>
        new("fails", TestCalls.Connection, context, TestCalls.Now, null, failure, "code", LateMeansNoAnswer: false);
}

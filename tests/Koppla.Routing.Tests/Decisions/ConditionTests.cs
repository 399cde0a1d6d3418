using Koppla.Routing.Decisions;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>What happens when the devices have rung in vain.</summary>
public sealed class ConditionTests
{
    private const string Fixed = "08-678 55 00";
    private const string Desk = "08-678 55 10";
    private const string OnBusy = "070-174 06 11";
    private const string OnNoAnswer = "070-174 06 12";
    private const string OnNoConnection = "070-174 06 13";

    private static readonly NumberRule Conditions =
        NumberRule.Ring with { OnBusy = ForwardsTo(OnBusy), OnNoAnswer = ForwardsTo(OnNoAnswer), OnNoConnection = ForwardsTo(OnNoConnection) };

    private readonly Exchange exchange = new();

    [Theory]
    [InlineData(LineState.Busy, TraceCode.LineBusy, OnBusy)]
    [InlineData(LineState.Declined, TraceCode.LineDeclined, OnBusy)]
    [InlineData(LineState.NoAnswer, TraceCode.LineNoAnswer, OnNoAnswer)]
    [InlineData(LineState.NoConnection, TraceCode.LineNoConnection, OnNoConnection)]
    public void Each_state_has_its_rule(LineState state, TraceCode told, string destination)
    {
        exchange.Ruled(exchange.Organisation(), Fixed, Conditions);

        var decided = exchange.Decide(Fixed, Tried(Fixed, state));

        Assert.Equal(new Forward(Number(destination), FollowedUp: true), decided.Decision);
        Assert.Equal(TrailOf(Fixed), decided.Diversions);
        Assert.Equal([told, TraceCode.ConditionForwards, TraceCode.DestinationExternal], decided.Trace[^3..].Select(step => step.Code));
    }

    [Theory]
    [InlineData(LineState.Busy, OnBusy)]
    [InlineData(LineState.NoAnswer, OnNoAnswer)]
    [InlineData(LineState.NoConnection, OnNoConnection)]
    public void A_declined_call_counts_as_the_organisation_says(LineState counts, string destination)
    {
        var organisation = exchange.Organisation();
        exchange.Change(organisation, it => it with { DeclinedCountsAs = counts });
        exchange.Ruled(organisation, Fixed, Conditions);

        Assert.Equal(new Forward(Number(destination), FollowedUp: true), exchange.Decide(Fixed, Tried(Fixed, LineState.Declined)).Decision);
    }

    [Fact]
    public void A_condition_can_play_the_referral_and_what_follows_it_is_the_rules_own()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring with { OnNoAnswer = Refers(), AfterReferral = new(To(OnBusy), Enabled: true) });
        var noAnswer = Tried(Fixed, LineState.NoAnswer);

        var decided = exchange.Decide(Fixed, noAnswer);

        Assert.Equal(Number(Fixed), Assert.IsType<Refer>(decided.Decision).Line);
        Assert.Equal(TraceCode.ConditionRefers, decided.Trace[^1].Code);
        Assert.Equal(new Forward(Number(OnBusy), FollowedUp: true), exchange.Decide(Fixed, noAnswer.WithReferral(Number(Fixed))).Decision);
    }

    [Theory]
    [InlineData(LineState.Busy, RefuseReason.Busy)]
    [InlineData(LineState.Declined, RefuseReason.Busy)]
    [InlineData(LineState.NoAnswer, RefuseReason.NoAnswer)]
    [InlineData(LineState.NoConnection, RefuseReason.NoConnection)]
    public void Without_a_rule_the_fallback_gets_the_call_and_without_that_it_is_refused(LineState state, RefuseReason reason)
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring);
        exchange.Ruled(exchange.Organisation(fallback: OnBusy), Desk, NumberRule.Ring);

        var refused = exchange.Decide(Fixed, Tried(Fixed, state));

        Assert.Equal(new Refuse(reason), refused.Decision);
        Assert.Equal([TraceCode.ConditionMissing, TraceCode.FallbackMissing, TraceCode.Refused], refused.Trace[^3..].Select(step => step.Code));
        Assert.Equal(new Forward(Number(OnBusy), FollowedUp: true), exchange.Decide(Desk, Tried(Desk, state)).Decision);
    }

    [Fact]
    public void A_rule_that_is_off_keeps_its_destination_and_does_nothing()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring with { OnBusy = ForwardsTo(OnBusy, enabled: false) });
        exchange.Ruled(exchange.Organisation(fallback: OnNoAnswer), Desk, NumberRule.Ring with { OnBusy = Refers(enabled: false) });

        var refused = exchange.Decide(Fixed, Tried(Fixed, LineState.Busy));

        Assert.Equal(new Refuse(RefuseReason.Busy), refused.Decision);
        Assert.Contains(new TraceStep(TraceCode.ConditionOff, Number(Fixed), Number(OnBusy)), refused.Trace);
        Assert.Equal(new Forward(Number(OnNoAnswer), FollowedUp: true), exchange.Decide(Desk, Tried(Desk, LineState.Busy)).Decision);
    }

    [Fact]
    public void A_rule_that_forwards_and_says_not_where_does_nothing()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring with { OnBusy = new(ConditionAction.Forward, To: null, Enabled: true) });

        Assert.Equal(new Refuse(RefuseReason.Busy), exchange.Decide(Fixed, Tried(Fixed, LineState.Busy)).Decision);
    }

    [Theory]
    [InlineData(RuleAction.Forward)]
    [InlineData(RuleAction.Referral)]
    [InlineData(RuleAction.Reject)]
    public void What_happens_at_once_makes_conditions_quiescent(RuleAction action)
    {
        var organisation = exchange.Organisation();
        exchange.Ruled(organisation, Fixed, Conditions with { Action = action, ForwardTo = To("070-174 06 20") });
        exchange.Ruled(organisation, Desk, new(action, To("070-174 06 20"), OnBusy: ForwardsTo(OnBusy, enabled: false)));

        Assert.Contains(new TraceStep(TraceCode.ConditionsQuiescent, Number(Fixed)), exchange.Decide(Fixed).Trace);
        Assert.DoesNotContain(exchange.Decide(Desk).Trace, step => step.Code == TraceCode.ConditionsQuiescent);
        Assert.IsNotType<Ring>(exchange.Decide(Fixed).Decision);
    }

    [Fact]
    public void A_profile_that_turns_calls_away_is_final_for_the_called_number_and_not_further_on()
    {
        var organisation = exchange.Organisation(fallback: OnBusy);
        exchange.Ruled(organisation, Fixed, new(RuleAction.Reject));
        exchange.Reserved(organisation, Desk, Fixed);

        var refused = exchange.Decide(Fixed);

        Assert.Equal(new Refuse(RefuseReason.ProfileRejects), refused.Decision);
        Assert.Equal([TraceCode.UserRejects, TraceCode.Refused], refused.Trace[^2..].Select(step => step.Code));
        Assert.Equal(new Forward(Number(OnBusy)), exchange.Decide(Desk).Decision);
    }

    [Fact]
    public void A_forwarding_without_a_destination_lets_the_devices_ring()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, new(RuleAction.Forward));

        var decided = exchange.Decide(Fixed);

        Assert.Equal(Rings(App, user, Fixed), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.ForwardingWithoutDestination, Number(Fixed)), decided.Trace);
    }

    [Fact]
    public void An_outside_number_that_has_failed_leads_to_the_fallback_and_then_to_the_first_reason()
    {
        exchange.Ruled(exchange.Organisation(fallback: Desk), Fixed, Conditions);
        var user = exchange.Ruled(exchange.Organisation(), Desk, NumberRule.Ring);
        var lines = Tried(Fixed, LineState.NoAnswer).With(Number(OnNoAnswer), LineState.Busy);

        var rings = exchange.Decide(Fixed, lines);
        var refused = exchange.Decide(Fixed, lines.With(Number(Desk), LineState.NoConnection));

        Assert.Equal(Rings(App, user, Desk, followedUp: true), rings.Decision);
        Assert.Contains(new TraceStep(TraceCode.LineBusy, Number(OnNoAnswer)), rings.Trace);
        Assert.Equal(Trail.Empty, refused.Diversions);
        Assert.Equal(new Refuse(RefuseReason.Busy), refused.Decision);
        Assert.Equal([TraceCode.FallbackAlreadyTried, TraceCode.Refused], refused.Trace[^2..].Select(step => step.Code));
    }

    [Fact]
    public void A_condition_that_leads_back_is_a_loop()
    {
        var organisation = exchange.Organisation();
        exchange.Ruled(organisation, Fixed, NumberRule.Ring with { OnBusy = ForwardsTo(Desk) });
        exchange.Ruled(organisation, Desk, NumberRule.Ring with { OnBusy = ForwardsTo(Fixed) });

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(Fixed, LineStates.Everywhere(LineState.Busy)).Decision);
    }
}

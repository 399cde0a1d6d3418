using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class ReferralTests
{
    private const string Fixed = "08-678 55 00";
    private const string Desk = "08-678 55 10";
    private const string Outside = "070-174 06 10";

    private static readonly NumberRule Referral = new(RuleAction.Referral);

    private readonly Exchange exchange = new();

    [Fact]
    public void A_referral_is_the_users_for_the_called_line()
    {
        var user = exchange.Ruled(exchange.Organisation(fallback: Desk), Fixed, Referral);

        var decided = exchange.Decide(Fixed);

        var refer = Assert.IsType<Refer>(decided.Decision);
        Assert.Equal((exchange.Users[user], exchange.Users[user].Handling.Profiles[0], Number(Fixed)), (refer.User, refer.Profile, refer.Line));
        Assert.Equal([TraceCode.OrganisationActive, TraceCode.ProfileDefault, TraceCode.UserRefers], decided.Trace.Select(step => step.Code));
        Assert.Equal(Trail.Empty, decided.Diversions);
    }

    [Fact]
    public void After_the_referral_a_call_goes_to_the_number_that_is_set()
    {
        exchange.Ruled(exchange.Organisation(), Fixed, Referral with { AfterReferral = new(To(Outside), Enabled: true) });

        var decided = exchange.Decide(Fixed, Heard(Fixed));

        Assert.Equal(new Forward(Number(Outside)), decided.Decision);
        Assert.Equal(TrailOf(Fixed), decided.Diversions);
        Assert.Equal(
            [TraceCode.OrganisationActive, TraceCode.ProfileDefault, TraceCode.ReferralHeard, TraceCode.AfterReferralForwards, TraceCode.DestinationExternal],
            decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void After_the_referral_a_call_goes_to_the_colleague_that_is_set()
    {
        var organisation = exchange.Organisation();
        var colleague = exchange.Ruled(organisation, Desk, NumberRule.Ring);
        exchange.Ruled(organisation, Fixed, Referral with { AfterReferral = new(Destination.Of(colleague), Enabled: true) });

        Assert.Equal(Rings(App, colleague, Desk, followedUp: true), exchange.Decide(Fixed, Heard(Fixed)).Decision);
    }

    [Fact]
    public void After_the_referral_a_call_ends_when_nothing_is_set_or_it_is_off()
    {
        var organisation = exchange.Organisation(fallback: Outside);
        exchange.Ruled(organisation, Fixed, Referral);
        exchange.Ruled(organisation, Desk, Referral with { AfterReferral = new(To(Outside), Enabled: false) });

        var none = exchange.Decide(Fixed, Heard(Fixed));
        var off = exchange.Decide(Desk, Heard(Desk));

        Assert.Equal(new HangUp(Number(Fixed)), none.Decision);
        Assert.Equal(TraceCode.AfterReferralEnds, none.Trace[^1].Code);
        Assert.Equal(new HangUp(Number(Desk)), off.Decision);
        Assert.Equal(new TraceStep(TraceCode.AfterReferralOff, Number(Desk), Number(Outside)), off.Trace[^1]);
    }

    [Fact]
    public void A_forward_after_the_referral_is_followed_up_when_the_fallback_awaits()
    {
        exchange.Ruled(exchange.Organisation(fallback: Desk), Fixed, Referral with { AfterReferral = new(To(Outside), Enabled: true) });

        Assert.Equal(new Forward(Number(Outside), FollowedUp: true), exchange.Decide(Fixed, Heard(Fixed)).Decision);
    }

    [Fact]
    public void A_referral_at_the_end_of_a_chain_is_its_owners()
    {
        var organisation = exchange.Organisation();
        exchange.Reserved(organisation, Desk, Fixed);
        exchange.Ruled(organisation, Fixed, Referral);

        var decided = exchange.Decide(Desk);

        Assert.Equal(Number(Fixed), Assert.IsType<Refer>(decided.Decision).Line);
        Assert.Equal(TrailOf(Desk), decided.Diversions);
        Assert.Equal(new HangUp(Number(Fixed)), exchange.Decide(Desk, Heard(Fixed)).Decision);
    }

    [Fact]
    public void An_open_referral_rings_first_and_is_followed_up()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, new(RuleAction.RingThenReferral));

        Assert.Equal(Rings(App, user, Fixed, followedUp: true), exchange.Decide(Fixed).Decision);
    }

    [Theory]
    [InlineData(LineState.Busy)]
    [InlineData(LineState.NoAnswer)]
    [InlineData(LineState.NoConnection)]
    [InlineData(LineState.Declined)]
    public void An_open_referral_is_played_when_nobody_takes_the_call(LineState state)
    {
        exchange.Ruled(exchange.Organisation(fallback: Desk), Fixed, new(RuleAction.RingThenReferral));

        var decided = exchange.Decide(Fixed, Tried(Fixed, state));

        Assert.IsType<Refer>(decided.Decision);
        Assert.Equal([TraceCode.ConditionMissing, TraceCode.OpenReferral], decided.Trace[^2..].Select(step => step.Code));
        Assert.Equal(new HangUp(Number(Fixed)), exchange.Decide(Fixed, Tried(Fixed, state).WithReferral(Number(Fixed))).Decision);
    }

    [Fact]
    public void A_condition_goes_before_the_open_referral_unless_it_is_off()
    {
        var rule = new NumberRule(RuleAction.RingThenReferral, OnBusy: ForwardsTo(Outside), OnNoAnswer: ForwardsTo(Outside, enabled: false));
        exchange.Ruled(exchange.Organisation(), Fixed, rule);

        Assert.Equal(new Forward(Number(Outside), FollowedUp: true), exchange.Decide(Fixed, Tried(Fixed, LineState.Busy)).Decision);
        Assert.IsType<Refer>(exchange.Decide(Fixed, Tried(Fixed, LineState.NoAnswer)).Decision);
    }

    [Fact]
    public void The_two_numbers_of_a_user_have_their_own_rules()
    {
        const string mobile = "070-174 06 05";
        var organisation = exchange.Organisation();
        var profile = Profile.Available(Referral, new(RuleAction.Forward, To(Outside)));
        var user = exchange.User(organisation, CallHandling.Always(profile, App), Fixed, mobile);
        exchange.Assigned(organisation, Fixed, user);
        exchange.Assigned(organisation, mobile, user);

        Assert.IsType<Refer>(exchange.Decide(Fixed).Decision);
        Assert.Equal(new Forward(Number(Outside)), exchange.Decide(mobile).Decision);
    }
}

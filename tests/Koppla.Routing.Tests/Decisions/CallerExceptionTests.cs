using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class CallerExceptionTests
{
    private const string Fixed = "08-678 55 00";
    private const string Outside = "070-174 06 10";
    private const string Caller = "070-174 06 20";
    private const string Inside = "08-678 55 20";

    private readonly Exchange exchange = new();

    [Fact]
    public void A_blocked_caller_is_refused_whatever_the_profile_and_fallback_say()
    {
        Excepting(RuleAction.Ring, fallback: Outside, new CallerException(CallerGroup.Number, Number(Caller), CallerTreatment.Blocked));

        var blocked = exchange.Decide(Fixed, LineStates.Empty, Caller);

        Assert.Equal(new Refuse(RefuseReason.CallerBlocked), blocked.Decision);
        Assert.Equal([TraceCode.OrganisationActive, TraceCode.CallerBlocked, TraceCode.Refused], blocked.Trace.Select(step => step.Code));
        Assert.IsType<Ring>(exchange.Decide(Fixed, LineStates.Empty, Outside).Decision);
    }

    [Fact]
    public void A_caller_blocked_further_on_is_refused_too()
    {
        Excepting(RuleAction.Ring, fallback: Outside, new CallerException(CallerGroup.Number, Number(Caller), CallerTreatment.Blocked));
        exchange.Reserved(exchange.Organisation(fallback: Outside), Inside, Fixed);

        Assert.Equal(new Refuse(RefuseReason.CallerBlocked), exchange.Decide(Inside, LineStates.Empty, Caller).Decision);
    }

    [Theory]
    [InlineData(RuleAction.Forward)]
    [InlineData(RuleAction.Referral)]
    [InlineData(RuleAction.Reject)]
    [InlineData(RuleAction.Ring)]
    [InlineData(RuleAction.RingThenReferral)]
    public void A_vip_rings_through_whatever_the_profile_does_first(RuleAction action)
    {
        var user = Excepting(action, fallback: null, new CallerException(CallerGroup.Number, Number(Caller), CallerTreatment.Vip));

        var decided = exchange.Decide(Fixed, LineStates.Empty, Caller);

        Assert.Equal(user, Assert.IsType<Ring>(decided.Decision).User);
        Assert.Equal(
            [TraceCode.OrganisationActive, TraceCode.CallerVip, TraceCode.ProfileDefault, TraceCode.AppRings],
            decided.Trace.Select(step => step.Code));
    }

    [Fact]
    public void For_a_vip_the_conditions_still_hold()
    {
        var user = Excepting(RuleAction.Referral, fallback: null, new CallerException(CallerGroup.Withheld, null, CallerTreatment.Vip));
        exchange.Change(user, handling => handling with
        {
            Profiles = [Profile.Available(new(RuleAction.Referral, OnBusy: ForwardsTo(Outside)), NumberRule.Ring)],
        });

        Assert.Equal(Rings(App, user, Fixed, followedUp: true), exchange.Decide(Fixed).Decision);
        Assert.Equal(new Forward(Number(Outside), FollowedUp: true), exchange.Decide(Fixed, Tried(Fixed, LineState.Busy)).Decision);
        Assert.Equal(new Refuse(RefuseReason.NoAnswer), exchange.Decide(Fixed, Tried(Fixed, LineState.NoAnswer)).Decision);
    }

    [Fact]
    public void The_first_exception_that_fits_wins()
    {
        var vip = new CallerException(CallerGroup.Number, Number(Caller), CallerTreatment.Vip);
        var blocked = new CallerException(CallerGroup.External, null, CallerTreatment.Blocked);
        var user = Excepting(RuleAction.Ring, fallback: null, vip, blocked);

        Assert.IsType<Ring>(exchange.Decide(Fixed, LineStates.Empty, Caller).Decision);
        Assert.Equal(new Refuse(RefuseReason.CallerBlocked), exchange.Decide(Fixed, LineStates.Empty, Outside).Decision);

        exchange.Change(user, handling => handling with { Exceptions = [blocked, vip] });

        Assert.Equal(new Refuse(RefuseReason.CallerBlocked), exchange.Decide(Fixed, LineStates.Empty, Caller).Decision);
    }

    [Theory]
    [InlineData(CallerGroup.Withheld, null, true)]
    [InlineData(CallerGroup.Withheld, Caller, false)]
    [InlineData(CallerGroup.Number, null, false)]
    [InlineData(CallerGroup.Number, Caller, true)]
    [InlineData(CallerGroup.Number, Inside, false)]
    [InlineData(CallerGroup.Internal, Inside, true)]
    [InlineData(CallerGroup.Internal, "08-678 55 21", true)]
    [InlineData(CallerGroup.Internal, "08-678 55 22", false)]
    [InlineData(CallerGroup.Internal, Caller, false)]
    [InlineData(CallerGroup.Internal, null, false)]
    [InlineData(CallerGroup.External, Inside, false)]
    [InlineData(CallerGroup.External, "08-678 55 21", false)]
    [InlineData(CallerGroup.External, "08-678 55 22", true)]
    [InlineData(CallerGroup.External, Caller, true)]
    [InlineData(CallerGroup.External, null, true)]
    public void A_group_is_known_by_the_callers_number(CallerGroup group, string? caller, bool fits)
    {
        var user = Excepting(RuleAction.Ring, null, new CallerException(group, group == CallerGroup.Number ? Number(Caller) : null, CallerTreatment.Blocked));
        var organisation = exchange.Users[user].Organisation;
        exchange.Assigned(organisation, Inside, App);
        exchange.Reserved(organisation, "08-678 55 21");
        exchange.Assigned(exchange.Organisation(), "08-678 55 22", App);

        var decided = exchange.Decide(Fixed, LineStates.Empty, caller);

        Assert.Equal(fits, decided.Decision is Refuse(RefuseReason.CallerBlocked));
        Assert.Equal(!fits, decided.Trace.Any(step => step.Code == TraceCode.NoExceptionFits));
    }

    [Fact]
    public void The_callers_number_is_read_only_when_an_exception_needs_it()
    {
        var number = new CallerException(CallerGroup.Number, Number(Caller), CallerTreatment.Vip);
        var withheld = new CallerException(CallerGroup.Withheld, null, CallerTreatment.Blocked);
        var user = Excepting(RuleAction.Ring, fallback: null, number, withheld);
        const int before = 2;

        Assert.Equal(before, RoundsFor(Caller));
        Assert.Equal(before, RoundsFor(Outside));

        exchange.Change(user, handling => handling with { Exceptions = [number, withheld, new(CallerGroup.Internal, null, CallerTreatment.Vip)] });

        Assert.Equal(before, RoundsFor(Caller));
        Assert.Equal(before, RoundsFor(caller: null));
        Assert.Equal(before + 1, RoundsFor(Outside));
    }

    private int RoundsFor(string? caller)
    {
        exchange.Decide(Fixed, LineStates.Empty, caller);
        return exchange.Rounds;
    }

    private UserId Excepting(RuleAction action, string? fallback, params CallerException[] exceptions)
    {
        var user = exchange.Ruled(exchange.Organisation(fallback), Fixed, new(action, To(Outside)));
        exchange.Change(user, handling => handling with { Exceptions = [.. exceptions] });
        return user;
    }
}

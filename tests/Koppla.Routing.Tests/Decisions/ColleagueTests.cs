using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class ColleagueTests
{
    private const string A = "08-678 55 00";
    private const string B = "08-678 55 01";
    private const string Mobile = "070-174 06 05";
    private const string Outside = "070-174 06 10";

    private readonly Exchange exchange = new();
    private readonly OrganisationId organisation;

    public ColleagueTests() => organisation = exchange.Organisation();

    [Fact]
    public void A_colleague_is_called_as_if_at_the_main_number()
    {
        var colleague = exchange.Ruled(organisation, B, NumberRule.Ring);
        exchange.Ruled(organisation, A, ForwardTo(colleague));

        var decided = exchange.Decide(A);

        Assert.Equal(Rings(App, colleague, B), decided.Decision);
        Assert.Equal(TrailOf(A), decided.Diversions);
        Assert.Contains(new TraceStep(TraceCode.UserForwards, Number(A), Number(B)), decided.Trace);
        Assert.Contains(new TraceStep(TraceCode.ToColleague, Number(A), Number(B), exchange.Users[colleague].Name), decided.Trace);
    }

    [Fact]
    public void The_main_number_is_fixed_before_mobile()
    {
        var profile = Profile.Available(new(RuleAction.Referral), NumberRule.Ring);
        var both = exchange.User(organisation, CallHandling.Always(profile, App), Mobile, B);
        var mobileOnly = exchange.User(organisation, CallHandling.Always(profile, App), Mobile);
        exchange.Ruled(organisation, A, ForwardTo(both));
        exchange.Ruled(organisation, "08-678 55 02", ForwardTo(mobileOnly));

        Assert.Equal(Number(B), Assert.IsType<Refer>(exchange.Decide(A).Decision).Line);
        Assert.Equal(Rings(App, mobileOnly, Mobile), exchange.Decide("08-678 55 02").Decision);
    }

    [Fact]
    public void A_colleague_that_does_not_exist_breaks_the_chain()
    {
        exchange.Ruled(organisation, A, ForwardTo(new(Guid.Empty)));

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.UserMissing), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.ColleagueMissing, Number(A)), decided.Trace);
    }

    [Fact]
    public void A_user_of_another_organisation_is_no_colleague()
    {
        var stranger = exchange.Ruled(exchange.Organisation(), B, NumberRule.Ring);
        exchange.Ruled(organisation, A, ForwardTo(stranger));

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.UserMissing), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.ColleagueMissing, Number(A)), decided.Trace);
        Assert.DoesNotContain(decided.Trace, step => step.Detail == exchange.Users[stranger].Name);
    }

    [Fact]
    public void A_colleague_without_a_number_breaks_the_chain()
    {
        var colleague = exchange.User(organisation, CallHandling.Always(Profile.Available(NumberRule.Ring, NumberRule.Ring), App));
        exchange.Change(organisation, it => it with { Fallback = Number(Outside) });
        exchange.Ruled(organisation, A, ForwardTo(colleague));

        var decided = exchange.Decide(A);

        Assert.Equal(new Forward(Number(Outside)), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.ColleagueWithoutNumber, Number(A), Detail: exchange.Users[colleague].Name), decided.Trace);
    }

    [Fact]
    public void A_colleague_may_be_where_a_condition_and_what_follows_a_referral_lead()
    {
        var colleague = exchange.Ruled(organisation, B, NumberRule.Ring);
        exchange.Ruled(organisation, A, NumberRule.Ring with { OnBusy = new(ConditionAction.Forward, Destination.Of(colleague), Enabled: true) });

        Assert.Equal(Rings(App, colleague, B, followedUp: true), exchange.Decide(A, Tried(A, LineState.Busy)).Decision);
    }

    [Fact]
    public void Two_colleagues_who_forward_to_each_other_are_a_loop()
    {
        var b = exchange.Ruled(organisation, B, NumberRule.Ring);
        var a = exchange.Ruled(organisation, A, ForwardTo(b));
        exchange.Change(b, handling => handling with { Profiles = [Profile.Available(ForwardTo(a), NumberRule.Ring)] });

        var decided = exchange.Decide(A);

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), decided.Decision);
        Assert.Contains(new TraceStep(TraceCode.DiversionLoop, Number(B), Number(A)), decided.Trace);
    }

    [Fact]
    public void A_user_who_forwards_to_oneself_is_a_loop_from_the_main_number_and_a_diversion_from_another()
    {
        var user = exchange.User(organisation, CallHandling.Always(Profile.Available(NumberRule.Ring, NumberRule.Ring), App), A, Mobile);
        exchange.Assigned(organisation, A, user);
        exchange.Assigned(organisation, Mobile, user);
        exchange.Change(user, handling => handling with { Profiles = [Profile.Available(NumberRule.Ring, ForwardTo(user))] });

        Assert.Equal(Rings(App, user, A), exchange.Decide(Mobile).Decision);

        exchange.Change(user, handling => handling with { Profiles = [Profile.Available(ForwardTo(user), NumberRule.Ring)] });

        Assert.Equal(new Refuse(RefuseReason.DiversionLoop), exchange.Decide(A).Decision);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Colleagues_count_against_the_limit_of_diversions(int diversions)
    {
        var next = exchange.Ruled(organisation, Link(diversions), NumberRule.Ring);
        for (var i = diversions - 1; i >= 0; i--)
        {
            next = exchange.Ruled(organisation, Link(i), ForwardTo(next));
        }

        var decision = exchange.Decide(Link(0)).Decision;

        if (diversions > RoutingEngine.MaxDiversions)
        {
            Assert.Equal(new Refuse(RefuseReason.TooManyDiversions), decision);
        }
        else
        {
            Assert.IsType<Ring>(decision);
        }
    }

    private static string Link(int i) => $"08-678 56 {i:00}";

    private static NumberRule ForwardTo(UserId colleague) => new(RuleAction.Forward, Destination.Of(colleague));
}

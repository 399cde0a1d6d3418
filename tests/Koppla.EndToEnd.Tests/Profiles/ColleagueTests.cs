using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>A call goes from colleague to colleague until somebody takes it, or nobody is left.</summary>
public sealed class ColleagueTests(StackFixture fixture)
{
    private Tenant Tenant => fixture.Tenant;

    private TelephoneRegistry Telephones => fixture.Stack.Simulator.Telephones;

    [Fact]
    public async Task The_third_of_three_colleagues_takes_the_call_when_the_others_are_busy()
    {
        var number = TestNumbers.Fixed();
        var third = await Tenant.UserAsync(NumberRule.Ring, TestNumbers.Fixed());
        var second = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(third) }, TestNumbers.Fixed());
        var first = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(second) }, number);
        Telephones.Script(first.App(), TelephoneScript.Busy());
        Telephones.Script(second.App(), TelephoneScript.Busy());

        var call = await Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, third.App()), call.Outcome);
        await call.HangUpAsync();
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal(third.App(), record.GetProperty("target").GetString());
        Assert.Equal(2, record.GetProperty("diversions").GetInt32());
    }

    [Fact]
    public async Task A_colleague_who_is_away_refers_the_call_by_a_profile_of_ones_own()
    {
        var number = TestNumbers.Fixed();
        var colleague = await Tenant.UserAsync(Rules.ReferAndHangUp, TestNumbers.Fixed());
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(colleague) }, number);
        Telephones.Script(user.App(), TelephoneScript.Busy());

        var call = await Tenant.CallAsync(number);

        Assert.Equal(["Test Person kan inte ta ditt samtal just nu."], call.Spoken());
        Assert.Equal("referred", (await Tenant.RecordAfterTheEndOfAsync(call)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Two_busy_colleagues_who_send_calls_to_each_other_end_at_the_fallback_of_the_organisation()
    {
        var reception = TestNumbers.External();
        var tenant = await Tenant.CreateAsync(fixture.Stack, reception);
        var number = await BusyCircleAsync(tenant);

        var call = await tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, reception.E164), call.Outcome);
        await call.HangUpAsync();
        var record = await tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("fallback", record.GetProperty("reason").GetString());
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Two_busy_colleagues_who_send_calls_to_each_other_end_in_an_announcement_without_a_fallback()
    {
        var number = await BusyCircleAsync(Tenant);

        var call = await Tenant.CallAsync(number);

        Assert.Equal(["Samtalet kan inte kopplas fram. Försök igen senare."], call.Spoken());
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("unanswered", record.GetProperty("outcome").GetString());
        Assert.Equal("diversion-loop", record.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_all_have_failed_the_caller_is_told_so(bool hasFallback)
    {
        var reception = TestNumbers.External();
        var tenant = await Tenant.CreateAsync(fixture.Stack, hasFallback ? reception : null);
        var (number, destination) = (TestNumbers.Fixed(), TestNumbers.External());
        var user = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(destination) }, number);
        Telephones.Script(user.App(), TelephoneScript.Busy());
        Telephones.Script(destination.E164, TelephoneScript.Unreachable());
        Telephones.Script(reception.E164, TelephoneScript.Busy());

        var call = await tenant.CallAsync(number);

        Assert.Equal(["Den du söker går inte att nå just nu. Försök igen senare."], call.Spoken());
        Assert.Equal(OutcomeKind.NobodyAnswered, call.Outcome?.Kind);
        Assert.Equal(hasFallback, call.Legs.Any(leg => leg.Number == reception.E164));
        var record = await tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("unanswered", record.GetProperty("outcome").GetString());
        Assert.False(record.TryGetProperty("answeredAt", out _));
    }

    /// <summary>Two who send their calls to each other when they are busy, and are busy.</summary>
    private async Task<PhoneNumber> BusyCircleAsync(Tenant tenant)
    {
        var (first, second) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        var one = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(second) }, first);
        var other = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(first) }, second);
        Telephones.Script(one.App(), TelephoneScript.Busy());
        Telephones.Script(other.App(), TelephoneScript.Busy());
        return first;
    }
}

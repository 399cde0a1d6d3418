using Koppla.Routing.Callers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>Some callers are treated otherwise than the profile says.</summary>
public sealed class CallerExceptionTests(StackFixture fixture)
{
    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly AppDevice app = Devices.App();

    [Fact]
    public async Task A_blocked_caller_is_turned_away_and_others_are_not()
    {
        await UserAsync(NumberRule.Ring, new CallerException(CallerGroup.Number, TestNumbers.Caller, CallerTreatment.Blocked));

        var blocked = await CallAsync(TestNumbers.Caller);
        var other = await CallAsync(TestNumbers.External());

        Assert.Equal(OutcomeKind.Rejected, blocked.Outcome?.Kind);
        Assert.Equal("caller-blocked", (await fixture.Tenant.RecordOfAsync(blocked)).GetProperty("reason").GetString());
        AssertRang(other);
    }

    [Fact]
    public async Task A_very_important_caller_rings_through_while_others_hear_the_referral()
    {
        await UserAsync(Rules.ReferAndHangUp, new CallerException(CallerGroup.Number, TestNumbers.Caller, CallerTreatment.Vip));

        AssertRang(await CallAsync(TestNumbers.Caller));
        AssertReferred(await CallAsync(TestNumbers.External()));
    }

    [Fact]
    public async Task Callers_who_withhold_their_number_can_be_turned_away()
    {
        await UserAsync(NumberRule.Ring, new CallerException(CallerGroup.Withheld, null, CallerTreatment.Blocked));

        Assert.Equal(OutcomeKind.Rejected, (await CallAsync(null)).Outcome?.Kind);
        AssertRang(await CallAsync(TestNumbers.Caller));
    }

    [Fact]
    public async Task Colleagues_ring_through_and_callers_from_outside_do_not()
    {
        var colleagues = TestNumbers.Fixed();
        await fixture.Tenant.UserAsync(NumberRule.Ring, colleagues);
        await UserAsync(Rules.ReferAndHangUp, new CallerException(CallerGroup.Internal, null, CallerTreatment.Vip));

        AssertRang(await CallAsync(colleagues));
        AssertReferred(await CallAsync(TestNumbers.Caller));
        AssertReferred(await CallAsync(null));
    }

    [Fact]
    public async Task Callers_from_outside_are_turned_away_and_colleagues_are_not()
    {
        var (colleagues, strangers) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        await fixture.Tenant.UserAsync(NumberRule.Ring, colleagues);
        var otherOrganisation = await Tenant.CreateAsync(fixture.Stack, fallback: null);
        await otherOrganisation.UserAsync(NumberRule.Ring, strangers);
        await UserAsync(NumberRule.Ring, new CallerException(CallerGroup.External, null, CallerTreatment.Blocked));

        AssertRang(await CallAsync(colleagues));
        foreach (var outside in new[] { TestNumbers.Caller, strangers, null })
        {
            Assert.Equal(OutcomeKind.Rejected, (await CallAsync(outside)).Outcome?.Kind);
        }
    }

    private Task<User> UserAsync(NumberRule rule, params CallerException[] exceptions) => fixture.Tenant.UserAsync(
        CallHandling.Always(Profile.Available(rule, rule), app) with { Exceptions = [.. exceptions] }, number);

    private Task<SimulatedCall> CallAsync(PhoneNumber? from) =>
        fixture.Tenant.CallAsync(number, new PlaceCall { From = from?.E164, To = "" });

    private void AssertRang(SimulatedCall call) =>
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, app.CommunicationUserId), call.Outcome);

    private static void AssertReferred(SimulatedCall call) =>
        Assert.Equal(["Test Person kan inte ta ditt samtal just nu."], call.Spoken());
}

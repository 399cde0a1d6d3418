using Koppla.Local.Stack;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>What a telephone that we ring shows, and what it is told of the way that the call has come.</summary>
public sealed class CallerIdTests(StackFixture fixture)
{
    private const string TrailHeader = "X-MS-Custom-Koppla-Trail";

    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly PhoneNumber main = TestNumbers.Fixed();
    private readonly PhoneNumber destination = TestNumbers.External();

    private static string Caller => TestNumbers.Caller.E164;

    [Theory]
    [InlineData(CallerIdChoice.Forwarder)]
    [InlineData(CallerIdChoice.Organisation)]
    public async Task The_organisation_chooses_whose_number_is_shown(CallerIdChoice choice)
    {
        var tenant = await TenantAsync(fixture.Stack, choice);

        var leg = await ForwardedLegAsync(fixture.Stack, tenant);

        Assert.Equal(choice == CallerIdChoice.Forwarder ? number.E164 : main.E164, leg.CallerId);
    }

    [Fact]
    public async Task A_callers_number_that_the_provider_may_not_show_is_replaced_by_the_organisations()
    {
        var tenant = await TenantAsync(fixture.Stack, CallerIdChoice.Caller);

        var leg = await ForwardedLegAsync(fixture.Stack, tenant);

        Assert.Equal(main.E164, leg.CallerId);
    }

    [Fact]
    public async Task A_callers_number_that_is_refused_at_a_transfer_is_replaced_by_the_organisations()
    {
        var tenant = await TenantAsync(fixture.Stack, CallerIdChoice.Caller);
        await tenant.UserAsync(Rules.ReferThen(destination), number);

        var call = await tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.Equal(main.E164, call.Leg(destination.E164)?.CallerId);
    }

    [Fact]
    public async Task The_leg_carries_the_trail_of_the_call()
    {
        var tenant = await TenantAsync(fixture.Stack, CallerIdChoice.Forwarder);
        var colleagues = TestNumbers.Fixed();
        var colleague = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(destination) }, colleagues);
        var user = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(colleague) }, number);
        fixture.Stack.Simulator.Telephones.Script(user.App(), TelephoneScript.Busy());
        fixture.Stack.Simulator.Telephones.Script(colleague.App(), TelephoneScript.Busy());

        var call = await tenant.CallAsync(number);

        var leg = call.Leg(destination.E164)!;
        Assert.Equal($"{number.Digits}.{colleagues.Digits}", leg.SipHeaders[TrailHeader]);
        Assert.Equal(colleagues.E164, leg.CallerId);
    }

    [Fact]
    public async Task A_transfer_and_a_users_own_telephone_carry_the_trail_and_an_app_does_not()
    {
        var tenant = await TenantAsync(fixture.Stack, CallerIdChoice.Forwarder);
        await tenant.UserAsync(Rules.ReferThen(destination), number);
        var (both, telephone, app) = (TestNumbers.Fixed(), TestNumbers.External(), Devices.App());
        await tenant.UserAsync(
            CallHandling.Always(Profile.Available(NumberRule.Ring, NumberRule.Ring), app, new TelephoneDevice(telephone)), both);
        fixture.Stack.Simulator.Telephones.Script(app.CommunicationUserId, TelephoneScript.NoAnswer());

        var transferred = await tenant.CallAsync(number);
        var rung = await tenant.CallAsync(both);

        Assert.Equal(number.Digits, transferred.Leg(destination.E164)!.SipHeaders[TrailHeader]);
        Assert.Equal(both.Digits, rung.Leg(telephone.E164)!.SipHeaders[TrailHeader]);
        Assert.Empty(rung.Leg(app.CommunicationUserId)!.SipHeaders);
    }

    [Fact]
    public async Task Where_the_provider_shows_any_number_the_callers_is_shown_and_a_withheld_one_is_not_made_up()
    {
        await using var stack = await LocalStack.StartAsync(
            new LocalStackOptions
            {
                Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned, CallerIdRule = CallerIdRule.DirectRouting },
            },
            TestContext.Current.CancellationToken);
        var tenant = await TenantAsync(stack, CallerIdChoice.Caller);

        Assert.Equal(Caller, (await ForwardedLegAsync(stack, tenant)).CallerId);
        Assert.Equal(number.E164, (await ForwardedLegAsync(stack, tenant, new PlaceCall { From = null, To = "" })).CallerId);
    }

    private Task<Tenant> TenantAsync(LocalStack stack, CallerIdChoice choice) =>
        Tenant.CreateAsync(stack, organisation => organisation with { CallerId = choice, MainNumber = main });

    /// <summary>The leg to the destination of a call that the user is too busy to take.</summary>
    private async Task<CallLeg> ForwardedLegAsync(LocalStack stack, Tenant tenant, PlaceCall? how = null)
    {
        var user = await tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(destination) }, number);
        stack.Simulator.Telephones.Script(user.App(), TelephoneScript.Busy());
        var call = await tenant.CallAsync(number, how);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        return call.Leg(destination.E164)!;
    }
}

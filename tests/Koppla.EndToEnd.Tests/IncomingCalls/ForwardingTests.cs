using Koppla.Routing.Numbers;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests.IncomingCalls;

/// <summary>From a ringing number to the right telephone: Event Grid, the app, storage and the provider are all in between.</summary>
public sealed class ForwardingTests(StackFixture fixture)
{
    private Tenant Tenant => fixture.Tenant;

    [Fact]
    public async Task A_forwarded_reserved_number_rings_at_its_destination()
    {
        var destination = TestNumbers.External();
        var number = await Tenant.ReserveAsync(TestNumbers.Fixed(), destination);

        var call = await Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.Equal(1, fixture.Stack.Simulator.Telephones.TimesRung(destination.E164));
        var record = await Tenant.RecordOfAsync(call);
        Assert.Equal("redirected", record.GetProperty("outcome").GetString());
        Assert.Equal("forwarded", record.GetProperty("reason").GetString());
        Assert.Equal(destination.E164, record.GetProperty("target").GetString());
        Assert.Contains(
            record.GetProperty("trace").EnumerateArray(), step => step.GetProperty("rule").GetString() == "reserved-forwarded");
    }

    [Fact]
    public async Task A_reserved_number_without_forwarding_turns_the_call_away() =>
        await AssertRejectedAsync(await Tenant.ReserveAsync(TestNumbers.Fixed()), "none", "not-forwarded");

    [Fact]
    public async Task A_forwarding_that_is_switched_off_is_not_used() =>
        await AssertRejectedAsync(
            await Tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External(), enabled: false), "none", "not-forwarded");

    [Fact]
    public async Task A_reserved_mobile_number_turns_the_call_away_whatever_is_stored() =>
        await AssertRejectedAsync(
            await Tenant.ReserveAsync(TestNumbers.Mobile(), TestNumbers.External()), "none", "reserved-mobile");

    [Fact]
    public async Task A_users_number_rings_in_the_users_app()
    {
        var number = TestNumbers.Fixed();
        var user = await Tenant.UserAsync(number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), call.Outcome);
    }

    [Fact]
    public async Task The_rules_for_the_fixed_and_the_mobile_number_are_separate()
    {
        var (fixedTo, mobileTo) = (TestNumbers.External(), TestNumbers.External());
        var (fixedNumber, mobileNumber) = (TestNumbers.Fixed(), TestNumbers.Mobile());
        await Tenant.UserAsync(fixedNumber, fixedTo, mobileTo);
        await Tenant.UserAsync(mobileNumber, fixedTo, mobileTo);

        Assert.Equal(fixedTo.E164, (await Tenant.CallAsync(fixedNumber)).Outcome?.Number);
        Assert.Equal(mobileTo.E164, (await Tenant.CallAsync(mobileNumber)).Outcome?.Number);
    }

    [Fact]
    public async Task A_chain_inside_the_organisation_ends_at_the_last_ones_app_with_one_command()
    {
        var last = TestNumbers.Fixed();
        var user = await Tenant.UserAsync(last);
        var middle = TestNumbers.Fixed();
        await Tenant.UserAsync(middle, fixedTo: last);
        var first = await Tenant.ReserveAsync(TestNumbers.Fixed(), middle);

        var call = await Tenant.CallAsync(first);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), call.Outcome);
        Assert.Single(call.Commands);
        Assert.Equal(2, (await Tenant.RecordOfAsync(call)).GetProperty("diversions").GetInt32());
    }

    [Fact]
    public async Task A_loop_is_stopped_and_the_reason_recorded()
    {
        var (first, second) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        await Tenant.ReserveAsync(first, second);
        await Tenant.ReserveAsync(second, first);

        await AssertRejectedAsync(first, "busy", "diversion-loop");
    }

    [Fact]
    public async Task A_loop_ends_at_the_fallback_of_an_organisation_that_has_one()
    {
        var reception = TestNumbers.External();
        var tenant = await Tenant.CreateAsync(fixture.Stack, reception);
        var (first, second) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        await tenant.ReserveAsync(first, second);
        await tenant.ReserveAsync(second, first);

        var call = await tenant.CallAsync(first);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, reception.E164), call.Outcome);
        Assert.Equal("fallback", (await tenant.RecordOfAsync(call)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_sixth_diversion_is_refused()
    {
        var next = TestNumbers.External();
        for (var i = 0; i < 6; i++)
        {
            next = await Tenant.ReserveAsync(TestNumbers.Fixed(), next);
        }

        await AssertRejectedAsync(next, "busy", "too-many-diversions");
    }

    [Fact]
    public async Task A_call_that_comes_back_from_outside_is_recognised_by_its_trail()
    {
        var number = await Tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External());

        var call = await Tenant.CallAsync(number, new PlaceCall
        {
            From = TestNumbers.Caller.E164,
            To = "",
            SipHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-MS-Custom-Koppla-Trail"] = number.Digits },
        });

        Assert.Equal(OutcomeKind.Rejected, call.Outcome?.Kind);
        Assert.Equal("diversion-loop", (await Tenant.RecordOfAsync(call)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_forbidden_destination_is_not_dialled_even_if_it_got_into_storage()
    {
        var premium = PhoneNumber.Parse("0900-123 45 67").Value;
        var number = await Tenant.ReserveAsync(TestNumbers.Fixed(), premium);

        await AssertRejectedAsync(number, "none", "destination-forbidden");
        Assert.Equal(0, fixture.Stack.Simulator.Telephones.TimesRung(premium.E164));
    }

    [Fact]
    public async Task A_number_that_is_not_ours_is_turned_away()
    {
        var call = await Tenant.CallAsync(TestNumbers.Fixed());

        Assert.Equal(OutcomeKind.Rejected, call.Outcome?.Kind);
        Assert.Equal("none", call.Outcome?.Reason);
    }

    [Fact]
    public async Task Calls_to_a_suspended_organisation_are_forbidden()
    {
        var tenant = await Tenant.CreateAsync(fixture.Stack, fallback: null, suspended: true);
        var number = await tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External());

        var call = await tenant.CallAsync(number);

        Assert.Equal((OutcomeKind.Rejected, 403), (call.Outcome!.Kind, call.Outcome.SipStatus));
        Assert.Equal("organisation-suspended", (await tenant.RecordOfAsync(call)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_caller_who_withholds_the_number_is_served()
    {
        var destination = TestNumbers.External();
        var number = await Tenant.ReserveAsync(TestNumbers.Fixed(), destination);

        var call = await Tenant.CallAsync(number, new PlaceCall { From = null, To = "" });

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.False((await Tenant.RecordOfAsync(call)).TryGetProperty("caller", out _));
    }

    [Fact]
    public async Task Nobody_answering_at_the_destination_is_no_longer_ours_to_see()
    {
        var destination = TestNumbers.External();
        fixture.Stack.Simulator.Telephones.Script(destination.E164, Simulator.Telephones.TelephoneScript.Busy());
        var number = await Tenant.ReserveAsync(TestNumbers.Fixed(), destination);

        var call = await Tenant.CallAsync(number);

        Assert.Equal(OutcomeKind.NobodyAnswered, call.Outcome?.Kind);
        Assert.Equal("redirected", (await Tenant.RecordOfAsync(call)).GetProperty("outcome").GetString());
    }

    private async Task AssertRejectedAsync(PhoneNumber number, string toCaller, string reason)
    {
        var call = await Tenant.CallAsync(number);

        Assert.Equal((OutcomeKind.Rejected, toCaller), (call.Outcome!.Kind, call.Outcome.Reason));
        var record = await Tenant.RecordOfAsync(call);
        Assert.Equal("rejected", record.GetProperty("outcome").GetString());
        Assert.Equal(reason, record.GetProperty("reason").GetString());
    }
}

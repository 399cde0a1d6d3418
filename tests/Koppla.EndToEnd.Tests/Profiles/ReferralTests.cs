using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>The caller hears why nobody comes, and then goes where the rule says.</summary>
public sealed class ReferralTests(StackFixture fixture)
{
    private const string AtLunch = "Test Person har gått på lunch.";

    private Tenant Tenant => fixture.Tenant;

    private TelephoneRegistry Telephones => fixture.Stack.Simulator.Telephones;

    [Fact]
    public async Task A_referral_with_nothing_after_it_ends_the_call()
    {
        var number = TestNumbers.Fixed();
        await Tenant.UserAsync(AtLunchWith(Rules.ReferAndHangUp), number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal([AtLunch], call.Spoken());
        Assert.Equal(OutcomeKind.HungUpByApplication, call.Outcome?.Kind);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("referred", record.GetProperty("outcome").GetString());
        Assert.Equal("referral", record.GetProperty("reason").GetString());
        Assert.False(record.TryGetProperty("answeredAt", out _));
    }

    [Fact]
    public async Task After_a_referral_the_caller_is_given_away_to_an_external_number()
    {
        var (number, destination) = (TestNumbers.Fixed(), TestNumbers.External());
        await Tenant.UserAsync(AtLunchWith(Rules.ReferThen(destination)), number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal([AtLunch], call.Spoken());
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.Equal(LegRole.TransferTarget, call.Leg(destination.E164)?.Role);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("transferred", record.GetProperty("outcome").GetString());
        Assert.Equal(destination.E164, record.GetProperty("target").GetString());
        Assert.Equal(LegState.Connected, call.Leg(TestNumbers.Caller.E164)?.State);
    }

    [Fact]
    public async Task A_number_that_the_caller_could_not_be_given_to_leads_to_an_announcement()
    {
        var (number, destination) = (TestNumbers.Fixed(), TestNumbers.External());
        await Tenant.UserAsync(AtLunchWith(Rules.ReferThen(destination)), number);
        Telephones.Script(destination.E164, TelephoneScript.Busy());

        var call = await Tenant.CallAsync(number);

        Assert.Equal([AtLunch, "Den du söker är upptagen just nu. Försök igen senare."], call.Spoken());
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("unanswered", record.GetProperty("outcome").GetString());
        Assert.Equal("busy", record.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task After_a_referral_a_colleagues_app_rings()
    {
        var (number, colleagues) = (TestNumbers.Fixed(), TestNumbers.Fixed());
        var colleague = await Tenant.UserAsync(NumberRule.Ring, colleagues);
        await Tenant.UserAsync(AtLunchWith(Rules.ReferThen(colleague)), number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal([AtLunch], call.Spoken());
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, colleague.App()), call.Outcome);
        Assert.Equal(LegRole.Participant, call.Leg(colleague.App())?.Role);
        await call.HangUpAsync();
        Assert.Equal("answered", (await Tenant.RecordAfterTheEndOfAsync(call)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task An_open_referral_rings_first_and_refers_only_a_call_that_nobody_takes()
    {
        var number = TestNumbers.Fixed();
        var user = await Tenant.UserAsync(AtLunchWith(new NumberRule(RuleAction.RingThenReferral)), number);
        Telephones.Script(user.App(), TelephoneScript.AnswerAfter(TimeSpan.FromMilliseconds(50)), TelephoneScript.Busy());

        var taken = await Tenant.CallAsync(number);
        await taken.HangUpAsync();
        var referred = await Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), taken.Outcome);
        Assert.Empty(taken.Spoken());
        Assert.Equal([AtLunch], referred.Spoken());
        Assert.Equal("referred", (await Tenant.RecordAfterTheEndOfAsync(referred)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_profile_can_turn_calls_away_before_they_are_answered()
    {
        var number = TestNumbers.Fixed();
        await Tenant.UserAsync(Rules.Reject, number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal((OutcomeKind.Rejected, "busy"), (call.Outcome!.Kind, call.Outcome.Reason));
        Assert.Equal("profile-rejects", (await Tenant.RecordOfAsync(call)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_fixed_and_the_mobile_number_of_one_user_have_rules_of_their_own()
    {
        var (fixedNumber, mobileNumber) = (TestNumbers.Fixed(), TestNumbers.Mobile());
        var user = await Tenant.UserAsync(
            CallHandling.Always(Profile.Available(NumberRule.Ring, Rules.ReferAndHangUp), Devices.App()), fixedNumber, mobileNumber);

        var toFixed = await Tenant.CallAsync(fixedNumber);
        var toMobile = await Tenant.CallAsync(mobileNumber);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), toFixed.Outcome);
        Assert.Equal(["Test Person kan inte ta ditt samtal just nu."], toMobile.Spoken());
    }

    [Fact]
    public async Task A_reserved_number_that_is_forwarded_to_a_user_follows_the_users_profile()
    {
        var number = TestNumbers.Fixed();
        await Tenant.UserAsync(AtLunchWith(Rules.ReferAndHangUp), number);
        var reserved = await Tenant.ReserveAsync(TestNumbers.Fixed(), number);

        var call = await Tenant.CallAsync(reserved);

        Assert.Equal([AtLunch], call.Spoken());
        Assert.Equal(1, (await Tenant.RecordAfterTheEndOfAsync(call)).GetProperty("diversions").GetInt32());
    }

    [Fact]
    public async Task What_a_profile_says_itself_is_spoken_as_it_is_written()
    {
        var number = TestNumbers.Fixed();
        var handling = AtLunchWith(Rules.ReferAndHangUp);
        var profile = handling.Profiles[0] with { Referral = new ReferralMessage("{name} är åter {back}.") };
        await Tenant.UserAsync(handling with { Profiles = [profile] }, number);

        var call = await Tenant.CallAsync(number);

        Assert.Equal(["Test Person är åter senare."], call.Spoken());
    }

    private static CallHandling AtLunchWith(NumberRule rule)
    {
        var lunch = DefaultProfiles.All.Single(profile => profile.Absence == Absence.Lunch);
        return CallHandling.Always(lunch with { Fixed = rule, Mobile = rule }, Devices.App());
    }
}

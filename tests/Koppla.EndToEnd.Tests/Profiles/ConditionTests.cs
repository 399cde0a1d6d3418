using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>What the network says of a line decides which rule of the profile the call follows.</summary>
public sealed class ConditionTests(StackFixture fixture)
{
    private static readonly PhoneNumber OnBusy = TestNumbers.External();
    private static readonly PhoneNumber OnNoAnswer = TestNumbers.External();
    private static readonly PhoneNumber OnNoConnection = TestNumbers.External();

    private static readonly NumberRule Forwards = NumberRule.Ring with
    {
        OnBusy = Rules.ForwardTo(OnBusy),
        OnNoAnswer = Rules.ForwardTo(OnNoAnswer),
        OnNoConnection = Rules.ForwardTo(OnNoConnection),
    };

    private TelephoneRegistry Telephones => fixture.Stack.Simulator.Telephones;

    [Theory]
    [InlineData("busy: 486/560486, Q.850 17", "on busy", "line-busy")]
    [InlineData("declined: 603/560603, Q.850 21", "on busy", "line-declined")]
    [InlineData("network gives up: 480/560480, Q.850 19", "on no answer", "line-no-answer")]
    [InlineData("temporarily unavailable: 480/560480", "on no answer", "line-no-answer")]
    [InlineData("subscriber absent: 480/560480, Q.850 20", "on no connection", "line-no-connection")]
    [InlineData("number not found: 404/560404, Q.850 1", "on no connection", "line-no-connection")]
    [InlineData("service unavailable: 503/560503, Q.850 38", "on no connection", "line-no-connection")]
    [InlineData("not registered: 480/10037", "on no connection", "line-no-connection")]
    public async Task A_line_that_does_not_take_the_call_sends_it_where_the_rule_for_that_says(string line, string rule, string because)
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(Forwards, number);
        Telephones.Script(user.App(), ScriptOf(line));

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, DestinationOf(rule)), call.Outcome);
        await call.HangUpAsync();
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.Equal("forwarded", record.GetProperty("reason").GetString());
        Assert.Equal(DestinationOf(rule), record.GetProperty("target").GetString());
        var trace = record.GetProperty("trace").EnumerateArray().Select(step => step.GetProperty("rule").GetString()).ToArray();
        Assert.Equal(1, trace.Count(step => step == because));
        Assert.Contains("condition-forwards", trace);
    }

    [Theory]
    [InlineData("busy: 486/560486, Q.850 17")]
    [InlineData("network gives up: 480/560480, Q.850 19")]
    [InlineData("not registered: 480/10037")]
    public async Task A_condition_can_play_the_referral(string line)
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(
            NumberRule.Ring with { OnBusy = Rules.Refer, OnNoAnswer = Rules.Refer, OnNoConnection = Rules.Refer }, number);
        Telephones.Script(user.App(), ScriptOf(line));

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(["Test Person kan inte ta ditt samtal just nu."], call.Spoken());
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("referred", record.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_declined_call_follows_the_rule_for_no_answer_if_the_organisation_says_so()
    {
        var tenant = await Tenant.CreateAsync(
            fixture.Stack, organisation => organisation with { DeclinedCountsAs = LineState.NoAnswer });
        var number = TestNumbers.Fixed();
        var user = await tenant.UserAsync(Forwards, number);
        Telephones.Script(user.App(), TelephoneScript.Decline());

        var call = await tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, OnNoAnswer.E164), call.Outcome);
    }

    [Fact]
    public async Task A_voicemail_that_answers_is_an_answer()
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(Forwards, number);
        Telephones.Script(user.App(), TelephoneScript.Voicemail(TimeSpan.FromMilliseconds(100)));

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), call.Outcome);
        await call.HangUpAsync();
        Assert.Equal("answered", (await fixture.Tenant.RecordAfterTheEndOfAsync(call)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_condition_that_is_switched_off_is_not_used()
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(
            Forwards with { OnBusy = Rules.ForwardTo(OnBusy) with { Enabled = false } }, number);
        Telephones.Script(user.App(), TelephoneScript.Busy());

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(["Den du söker är upptagen just nu. Försök igen senare."], call.Spoken());
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("unanswered", record.GetProperty("outcome").GetString());
        Assert.Equal("busy", record.GetProperty("reason").GetString());
    }

    private static string DestinationOf(string rule) => rule switch
    {
        "on busy" => OnBusy.E164,
        "on no answer" => OnNoAnswer.E164,
        _ => OnNoConnection.E164,
    };

    private static TelephoneScript ScriptOf(string line) => line.Split(':')[0] switch
    {
        "busy" => TelephoneScript.Busy(),
        "declined" => TelephoneScript.Decline(),
        "network gives up" => TelephoneScript.NoAnswer(networkGivesUpAfter: TimeSpan.FromMilliseconds(100)),
        "temporarily unavailable" => TelephoneScript.TemporarilyUnavailable(),
        "subscriber absent" => TelephoneScript.Unreachable(Unreachability.SubscriberAbsent),
        "number not found" => TelephoneScript.Unreachable(Unreachability.NumberNotFound),
        "service unavailable" => TelephoneScript.Unreachable(Unreachability.ServiceUnavailable),
        _ => TelephoneScript.Unreachable(Unreachability.NotRegistered),
    };
}

using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>An app and a telephone of one user ring at the same time.</summary>
public sealed class DeviceTests(StackFixture fixture)
{
    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly PhoneNumber telephone = TestNumbers.External();
    private readonly AppDevice app = Devices.App();

    private string App => app.CommunicationUserId;

    private TelephoneRegistry Telephones => fixture.Stack.Simulator.Telephones;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_that_answers_wins_and_the_other_stops_ringing(bool appAnswers)
    {
        await UserAsync(NumberRule.Ring);
        Telephones.Script(App, TelephoneScript.NoAnswer());
        Telephones.Script(telephone.E164, TelephoneScript.NoAnswer());
        var (winner, loser) = appAnswers ? (App, telephone.E164) : (telephone.E164, App);

        var call = await fixture.Tenant.PlaceAsync(number);
        await Task.WhenAll(call.RingsAsync(winner), call.RingsAsync(loser));
        await call.AnswerAsync(winner);

        await call.ReachesAsync(now => now.Leg(loser)?.State == LegState.Ended);
        Assert.Equal("cancelled", call.Leg(loser)?.EndedBecause);
        Assert.Equal(LegState.Connected, call.Leg(winner)?.State);
        await call.ToldAsync("CancelAddParticipantSucceeded");
        await call.HangUpAsync();
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.Equal(winner, record.GetProperty("target").GetString());
        Assert.Equal(LegState.Ended, call.Leg(winner)?.State);
    }

    [Fact]
    public async Task Both_answer_at_once_and_one_of_them_stays()
    {
        await UserAsync(NumberRule.Ring);
        Telephones.Script(App, TelephoneScript.NoAnswer());
        Telephones.Script(telephone.E164, TelephoneScript.NoAnswer());

        var call = await fixture.Tenant.PlaceAsync(number);
        await Task.WhenAll(call.RingsAsync(App), call.RingsAsync(telephone.E164));
        await Task.WhenAll(call.AnswerAsync(App), call.AnswerAsync(telephone.E164));

        await call.ReachesAsync(now => now.Leg(App)?.State == LegState.Ended || now.Leg(telephone.E164)?.State == LegState.Ended);
        await call.ToldAsync("RemoveParticipantSucceeded");
        Assert.Equal(2, call.Legs.Count(leg => leg.State == LegState.Connected));
        await call.HangUpAsync();
        Assert.Equal("answered", (await fixture.Tenant.RecordAfterTheEndOfAsync(call)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task One_that_fails_leaves_the_other_ringing()
    {
        await UserAsync(NumberRule.Ring);
        Telephones.Script(App, TelephoneScript.Unreachable(Unreachability.NotRegistered));
        Telephones.Script(telephone.E164, TelephoneScript.AnswerAfter(TimeSpan.FromMilliseconds(500)));

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, telephone.E164), call.Outcome);
        Assert.Equal("not registered", call.Leg(App)?.EndedBecause);
    }

    [Theory]
    [InlineData("busy", "not registered")]
    [InlineData("not registered", "busy")]
    public async Task When_both_fail_what_a_person_does_counts_before_what_a_network_does(string ofTheApp, string ofTheTelephone)
    {
        var (onBusy, onNoConnection) = (TestNumbers.External(), TestNumbers.External());
        await UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(onBusy), OnNoConnection = Rules.ForwardTo(onNoConnection) });
        Telephones.Script(App, ScriptOf(ofTheApp));
        Telephones.Script(telephone.E164, ScriptOf(ofTheTelephone));

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, onBusy.E164), call.Outcome);
    }

    private Task<User> UserAsync(NumberRule rule) => fixture.Tenant.UserAsync(
        CallHandling.Always(Profile.Available(rule, rule), app, new TelephoneDevice(telephone)), number);

    private static TelephoneScript ScriptOf(string line) =>
        line == "busy" ? TelephoneScript.Busy() : TelephoneScript.Unreachable(Unreachability.NotRegistered);
}

using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>The app is killed in the middle of a call and starts again; what the provider told meanwhile is lost.</summary>
public sealed class CrashTests(CrashingStack own) : IClassFixture<CrashingStack>
{
    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly PhoneNumber destination = TestNumbers.External();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TelephoneRegistry Telephones => own.Stack.Simulator.Telephones;

    [Fact]
    public async Task Killed_after_the_claim_it_answers_the_call_and_goes_on()
    {
        var user = await own.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(destination) }, number);
        Telephones.Script(user.App(), TelephoneScript.Busy());
        own.Stack.Simulator.Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Only = "AnswerCall", Status = 503 });

        var call = await own.Tenant.PlaceAsync(number);
        while (await own.FindAsync(call) is null)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        await own.CrashAsync(() =>
        {
            own.Stack.Simulator.Faults.Clear();
            return Task.CompletedTask;
        });

        await call.ReachesAsync(now => now.Outcome is not null);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        await call.HangUpAsync();
        Assert.Equal("answered", await own.EndOfAsync(call));
    }

    [Fact]
    public async Task Killed_while_it_rings_it_finds_who_has_answered_meanwhile()
    {
        var (call, app) = await RingingCallAsync();

        await own.CrashAsync(() => call.AnswerAsync(app));

        await own.SweepAsync(call);
        await call.ToldAsync("PlayCanceled"); // the ringback ends
        Assert.Equal(Phase.Talking, (await own.FindAsync(call))!.Value.Phase);
        await call.HangUpAsync();
        Assert.Equal("answered", await own.EndOfAsync(call));
    }

    [Fact]
    public async Task Killed_while_it_rings_it_finds_a_caller_gone_who_has_hung_up_meanwhile()
    {
        var (call, app) = await RingingCallAsync();

        await own.CrashAsync(call.HangUpAsync);

        await own.SweepAsync(call);
        Assert.Equal("abandoned", await own.EndOfAsync(call));
        Assert.Equal(LegState.Ended, call.Leg(app)?.State);
    }

    [Fact]
    public async Task Killed_during_a_referral_it_goes_on_after_it()
    {
        await own.Tenant.UserAsync(Rules.ReferThen(destination), number);
        var call = await own.Tenant.PlaceAsync(number);
        await call.SpeaksAsync();

        await own.CrashAsync(() => call.ReachesAsync(
            now => now.Timeline.Any(entry => entry.Text.StartsWith("PlayCompleted", StringComparison.Ordinal))));

        await own.SweepAsync(call);
        await call.ReachesAsync(now => now.Outcome is not null);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        await call.HangUpAsync();
        Assert.Equal("transferred", await own.EndOfAsync(call));
        Assert.Single(call.Spoken());
    }

    [Fact]
    public async Task Killed_while_they_talk_it_finds_that_they_have_hung_up()
    {
        var user = await own.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);
        var call = await own.Tenant.CallAsync(number);
        await call.ToldAsync("AddParticipantSucceeded");

        await own.CrashAsync(call.HangUpAsync);

        await own.SweepAsync(call);
        Assert.Equal("answered", await own.EndOfAsync(call));
        Assert.Equal(LegState.Ended, call.Leg(user.App())?.State);
    }

    [Fact]
    public async Task Killed_while_they_talk_it_releases_a_caller_whom_the_other_has_left()
    {
        var user = await own.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);
        var call = await own.Tenant.CallAsync(number);
        await call.ToldAsync("AddParticipantSucceeded");

        await own.CrashAsync(() => call.HangUpAsync(user.App()));

        Assert.Equal(LegState.Connected, call.Leg(TestNumbers.Caller.E164)?.State);
        await own.SweepAsync(call);
        Assert.Equal("answered", await own.EndOfAsync(call));
        Assert.Equal(LegState.Ended, call.Leg(TestNumbers.Caller.E164)?.State);
    }

    private async Task<(SimulatedCall Call, string App)> RingingCallAsync()
    {
        var user = await own.Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);
        Telephones.Script(user.App(), TelephoneScript.NoAnswer());
        var call = await own.Tenant.PlaceAsync(number);
        await call.RingsAsync(user.App());
        return (call, user.App());
    }
}

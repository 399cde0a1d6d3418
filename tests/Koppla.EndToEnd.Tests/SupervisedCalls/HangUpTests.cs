using System.Text.Json;
using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;
using NodaTime;
using NodaTime.Text;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>Whoever hangs up, nobody is left in silence, and the record says how it went.</summary>
public sealed class HangUpTests(StackFixture fixture)
{
    private readonly PhoneNumber number = TestNumbers.Fixed();

    private static string Caller => TestNumbers.Caller.E164;

    private Tenant Tenant => fixture.Tenant;

    private TelephoneRegistry Telephones => fixture.Stack.Simulator.Telephones;

    [Fact]
    public async Task A_caller_who_hangs_up_while_it_rings_stops_the_ringing()
    {
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);
        Telephones.Script(user.App(), TelephoneScript.NoAnswer());

        var call = await Tenant.PlaceAsync(number);
        await call.RingsAsync(user.App());
        await call.HangUpAsync();

        await call.ReachesAsync(now => now.Leg(user.App())?.State == LegState.Ended);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("abandoned", record.GetProperty("outcome").GetString());
        AssertTimes(record, call, answered: false);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_during_a_referral_has_abandoned_the_call()
    {
        var destination = TestNumbers.External();
        await Tenant.UserAsync(Rules.ReferThen(destination), number);

        var call = await Tenant.PlaceAsync(number);
        await call.SpeaksAsync();
        await call.HangUpAsync();

        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("abandoned", record.GetProperty("outcome").GetString());
        Assert.Null(call.Leg(destination.E164));
        AssertTimes(record, call, answered: false);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_being_given_away_has_abandoned_the_call()
    {
        var destination = TestNumbers.External();
        await Tenant.UserAsync(Rules.ReferThen(destination), number);
        Telephones.Script(destination.E164, TelephoneScript.NoAnswer());

        var call = await Tenant.PlaceAsync(number);
        await call.RingsAsync(destination.E164);
        await call.HangUpAsync();

        await call.ReachesAsync(now => now.Leg(destination.E164)?.State == LegState.Ended);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("abandoned", record.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_caller_who_withholds_the_number_and_hangs_up_releases_the_one_who_answered()
    {
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);

        var call = await Tenant.CallAsync(number, new PlaceCall { From = null, To = "" });
        await call.ToldAsync("AddParticipantSucceeded");
        await call.HangUpAsync();

        await call.ReachesAsync(now => now.Leg(user.App())?.State == LegState.Ended);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_caller_who_hangs_up_after_the_talk_releases_the_one_who_answered()
    {
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);

        var call = await Tenant.CallAsync(number);
        await call.ToldAsync("AddParticipantSucceeded");
        await call.HangUpAsync();

        await call.ReachesAsync(now => now.Leg(user.App())?.State == LegState.Ended);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        AssertTimes(record, call, answered: true);
    }

    [Fact]
    public async Task Whoever_answered_and_hangs_up_releases_the_caller()
    {
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.Refer }, number);
        Telephones.Script(
            user.App(), TelephoneScript.AnswerAfter(TimeSpan.FromMilliseconds(50)).HangUpAfter(TimeSpan.FromMilliseconds(300)));

        var call = await Tenant.CallAsync(number);

        await call.ReachesAsync(now => now.Leg(Caller)?.State == LegState.Ended);
        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        AssertTimes(record, call, answered: true);
    }

    [Fact]
    public async Task An_external_number_that_answered_and_hangs_up_releases_a_caller_who_withholds_the_number()
    {
        var destination = TestNumbers.External();
        var user = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(destination) }, number);
        Telephones.Script(user.App(), TelephoneScript.Busy());

        var call = await Tenant.CallAsync(number, new PlaceCall { From = null, To = "" });
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        await call.ReachesAsync(now => now.Timeline.Count(entry => entry.Text.StartsWith("ParticipantsUpdated delivered", StringComparison.Ordinal)) > 1);
        await call.HangUpAsync(destination.E164);

        var record = await Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.DoesNotContain(call.Legs, leg => leg.State == LegState.Connected);
    }

    private static void AssertTimes(JsonElement record, SimulatedCall call, bool answered)
    {
        Assert.Equal(answered, record.TryGetProperty("answeredAt", out var answeredAt));
        var ended = InstantOf(record.GetProperty("endedAt"));
        var placed = Instant.FromDateTimeOffset(call.Timeline[0].At);
        Assert.InRange(ended - placed, Duration.Zero, Duration.FromSeconds(30));
        if (answered)
        {
            // The provider writes milliseconds.
            Assert.InRange(InstantOf(answeredAt), placed - Duration.FromMilliseconds(1), ended);
        }
    }

    private static Instant InstantOf(JsonElement text) => InstantPattern.ExtendedIso.Parse(text.GetString()!).Value;
}

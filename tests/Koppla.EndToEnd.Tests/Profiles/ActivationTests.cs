using System.Net;
using System.Net.Http.Json;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using Koppla.Simulator.Calls;
using NodaTime;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>The profile in force when the telephone rings decides: by hand, by the schedule, or by default.</summary>
public sealed class ActivationTests(StackFixture fixture)
{
    private static readonly Profile Lunch = DefaultProfiles.All.Single(profile => profile.Absence == Absence.Lunch);

    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly AppDevice app = Devices.App();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_administrator_activates_decides_until_it_is_ended()
    {
        var user = await UserAsync(Schedule.Empty);
        using var admin = fixture.Tenant.Admin();

        AssertRang(await fixture.Tenant.CallAsync(number));

        using var activated = await admin.PutAsJsonAsync(
            $"users/{user.Id}/activation", new { profile = Lunch.Id.Value }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, activated.StatusCode);
        AssertReferred(await fixture.Tenant.CallAsync(number));

        using var ended = await admin.DeleteAsync($"users/{user.Id}/activation", Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        AssertRang(await fixture.Tenant.CallAsync(number));
    }

    [Fact]
    public async Task A_period_that_comes_once_decides_from_the_instant_it_begins()
    {
        var (before, begins) = await CallBeforeAPeriodAsync();
        await UntilAsync(begins);
        var after = await fixture.Tenant.CallAsync(number);

        AssertRang(before);
        Assert.StartsWith("Test Person har gått på lunch och är åter ", Assert.Single(after.Spoken()), StringComparison.Ordinal);
        var record = await fixture.Tenant.RecordAfterTheEndOfAsync(after);
        Assert.Contains(
            record.GetProperty("trace").EnumerateArray(), step => step.GetProperty("rule").GetString() == "profile-one-off");
    }

    /// <summary>A call just before a period begins. On a busy machine a call may come too late for that, and the next period is further away.</summary>
    private async Task<(SimulatedCall Before, Instant Begins)> CallBeforeAPeriodAsync()
    {
        for (var lead = Duration.FromSeconds(2); ; lead *= 2)
        {
            var begins = SystemClock.Instance.GetCurrentInstant() + lead;
            var from = begins.InZone(Schedule.Empty.Zone).LocalDateTime;
            await UserAsync(Schedule.Empty with { OneOff = [new OneOffPeriod(Lunch.Id, from, from.PlusMinutes(5))] });
            var before = await fixture.Tenant.CallAsync(number);
            if (before.Timeline[0].At < begins.ToDateTimeOffset())
            {
                return (before, begins);
            }
        }
    }

    /// <summary>The clock that the call is stamped with is this machine's own.</summary>
    private static async Task UntilAsync(Instant instant)
    {
        while (instant - SystemClock.Instance.GetCurrentInstant() is var left && left > Duration.Zero)
        {
            await Task.Delay(left.ToTimeSpan(), TimeProvider.System, Cancellation);
        }
    }

    private Task<User> UserAsync(Schedule schedule)
    {
        var lunch = Lunch with { Fixed = Rules.ReferAndHangUp };
        var available = Profile.Available(NumberRule.Ring, NumberRule.Ring);
        return fixture.Tenant.UserAsync(
            CallHandling.Always(available, app) with { Profiles = [available, lunch], Schedule = schedule }, number);
    }

    private void AssertRang(SimulatedCall call) =>
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, app.CommunicationUserId), call.Outcome);

    private static void AssertReferred(SimulatedCall call) => Assert.Equal(["Test Person har gått på lunch."], call.Spoken());
}

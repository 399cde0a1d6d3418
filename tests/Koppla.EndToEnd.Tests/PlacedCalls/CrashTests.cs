using System.Net;
using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.PlacedCalls;

/// <summary>The app is killed in the middle of a placed call and starts again; what the provider told meanwhile is lost.</summary>
public sealed class CrashTests(CrashingStack own) : IClassFixture<CrashingStack>, IDisposable
{
    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly PhoneNumber outside = TestNumbers.External();

    private TelephoneRegistry Telephones => own.Stack.Simulator.Telephones;

    public void Dispose() => own.Stack.Simulator.Faults.Clear();

    [Fact]
    public async Task Killed_before_the_own_device_was_rung_it_rings_it_once_also_when_it_is_asked_again()
    {
        using var placed = await UserAsync();
        own.Stack.Simulator.Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Only = "CreateCall", Status = 503 });
        using (var answer = await placed.PostAsync(new { number = outside.Display }, "key"))
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        await own.CrashAsync(() =>
        {
            own.Stack.Simulator.Faults.Clear();
            return Task.CompletedTask;
        });
        await placed.PlaceAsync(new { number = outside.Display }, "key");
        await WaitAsync(() => placed.CallsOfApp.Count > 0);

        await placed.Call.ToldAsync("AddParticipantSucceeded");
        await placed.Call.HangUpAsync(outside.E164);
        Assert.Equal("answered", await own.EndOfAsync(placed.Call));
        Assert.Single(placed.CallsOfApp);
    }

    [Fact]
    public async Task Killed_while_the_own_device_rings_it_finds_that_it_has_answered_and_rings_the_target()
    {
        using var placed = await UserAsync();
        Telephones.Script(placed.App, TelephoneScript.NoAnswer());
        await placed.PlaceAsync(outside);

        await own.CrashAsync(() => placed.Call.AnswerAsync(placed.App));

        await own.SweepAsync(placed.Call);
        await placed.Call.ToldAsync("AddParticipantSucceeded");
        await placed.Call.HangUpAsync(outside.E164);
        Assert.Equal("answered", await own.EndOfAsync(placed.Call));
    }

    [Fact]
    public async Task Killed_while_the_own_device_rings_it_finds_that_it_has_declined()
    {
        using var placed = await UserAsync();
        Telephones.Script(placed.App, TelephoneScript.NoAnswer());
        await placed.PlaceAsync(outside);

        await own.CrashAsync(() => placed.Call.HangUpAsync(placed.App));

        await own.SweepAsync(placed.Call);
        Assert.Equal("not-placed", await own.EndOfAsync(placed.Call));
    }

    [Fact]
    public async Task Killed_while_the_target_rings_it_finds_that_the_user_has_hung_up()
    {
        using var placed = await UserAsync();
        Telephones.Script(outside.E164, TelephoneScript.NoAnswer());
        await placed.PlaceAsync(outside);
        await placed.Call.RingsAsync(outside.E164);

        await own.CrashAsync(() => placed.Call.HangUpAsync(placed.App));

        await own.SweepAsync(placed.Call);
        Assert.Equal("abandoned", await own.EndOfAsync(placed.Call));
        Assert.Equal(LegState.Ended, placed.Call.Leg(outside.E164)?.State);
    }

    [Fact]
    public async Task Killed_while_they_talk_it_releases_a_user_whom_the_other_has_left()
    {
        using var placed = await UserAsync();
        await placed.PlaceAsync(outside);
        await placed.Call.ToldAsync("AddParticipantSucceeded");

        await own.CrashAsync(() => placed.Call.HangUpAsync(outside.E164));

        await own.SweepAsync(placed.Call);
        Assert.Equal("answered", await own.EndOfAsync(placed.Call));
        Assert.Equal(LegState.Ended, placed.Call.Leg(placed.App)?.State);
    }

    [Fact]
    public async Task A_device_that_nobody_takes_is_let_ring_no_more()
    {
        using var placed = await UserAsync();
        Telephones.Script(placed.App, TelephoneScript.NoAnswer());
        await placed.PlaceAsync(outside);
        var call = placed.Call;

        await own.SweepAsync(call); // it still has time
        Assert.Equal(Phase.Placing, (await own.FindAsync(call))!.Value.Phase);
        await own.AgeAsync(call);
        await own.SweepAsync(call);

        Assert.Equal("not-placed", await own.EndOfAsync(call));
    }

    private async Task<PlacedCall> UserAsync() => new(own.Stack, own.Tenant, await own.Tenant.UserAsync(NumberRule.Ring, number));

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

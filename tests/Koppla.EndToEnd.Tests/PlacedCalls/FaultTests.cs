using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.PlacedCalls;

/// <summary>Events of placed calls come twice, late or never, and commands lose their answers: a call rings once, and is recorded once.</summary>
public sealed class FaultTests(OwnStack own) : IClassFixture<OwnStack>, IDisposable
{
    private readonly PhoneNumber number = TestNumbers.Fixed();
    private readonly PhoneNumber outside = TestNumbers.External();

    private FaultPlan Faults => own.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Every_event_comes_three_times(int spacing)
    {
        Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Duplicates = 2, Spacing = TimeSpan.FromMilliseconds(spacing) });

        await TalkAsync();
        await DeclineAsync();
    }

    [Theory]
    [InlineData("CallConnected")]
    [InlineData("ParticipantsUpdated")]
    [InlineData("CreateCallFailed")]
    public async Task An_event_that_never_comes_is_made_good_by_looking(string name)
    {
        Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Only = name, Drop = true });

        await TalkAsync(sweeps: true);
        await DeclineAsync(isTold: name != "CreateCallFailed");
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_has_no_second_effect()
    {
        Faults.Commands.Add(new CommandFault { Times = 2, Only = "CreateCall", ResetAfterExecution = true });

        await TalkAsync();
        await DeclineAsync();
    }

    [Fact]
    public async Task Events_that_come_before_the_answer_of_the_create_are_understood()
    {
        Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Only = "CreateCall", EventOvertakes = true });

        await TalkAsync();
        await DeclineAsync();
    }

    private async Task TalkAsync(bool sweeps = false)
    {
        using var placed = new PlacedCall(own.Stack, own.Tenant, await own.Tenant.UserAsync(NumberRule.Ring, number));
        await placed.PlaceAsync(outside);
        if (sweeps)
        {
            await placed.Call.ReachesAsync(now => now.Leg(placed.App)?.State == Simulator.Calls.LegState.Connected);
            await own.SweepAsync(placed.Call);
        }

        await placed.Call.ToldAsync("AddParticipantSucceeded");
        await placed.Call.HangUpAsync(outside.E164);
        await placed.Call.HangUpAsync(placed.App);
        Assert.Equal("answered", await own.EndOfAsync(placed.Call, quiet: TimeSpan.FromSeconds(3)));
        Assert.Single(placed.CallsOfApp);
    }

    private async Task DeclineAsync(bool isTold = true)
    {
        using var placed = new PlacedCall(own.Stack, own.Tenant, await own.Tenant.UserAsync(NumberRule.Ring, number));
        own.Stack.Simulator.Telephones.Script(placed.App, TelephoneScript.Decline());
        await placed.PlaceAsync(outside);
        var outcome = isTold
            ? (await placed.RecordAsync("CreateCallFailed")).GetProperty("outcome").GetString()
            : await own.EndOfAsync(placed.Call, quiet: TimeSpan.FromSeconds(3));
        Assert.Equal("not-placed", outcome);
        Assert.Single(placed.CallsOfApp);
    }
}

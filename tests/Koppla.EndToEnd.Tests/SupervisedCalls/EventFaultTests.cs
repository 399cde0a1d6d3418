using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>Events come twice, late, in another order, or never; a call ends all the same, and is recorded once.</summary>
public sealed class EventFaultTests(Stories stories) : IClassFixture<Stories>, IDisposable
{
    private FaultPlan Faults => stories.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Fact]
    public async Task Without_faults_the_calls_end_as_they_should() => Assert.Equal(Stories.Outcomes, await stories.PlayAsync());

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Every_event_comes_three_times(int spacing)
    {
        Faults.Callbacks.Add(new DeliveryFault
        {
            Times = int.MaxValue,
            Duplicates = 2,
            Spacing = TimeSpan.FromMilliseconds(spacing),
        });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    [Theory]
    [InlineData("CallConnected")]
    [InlineData("ParticipantsUpdated")]
    [InlineData("AddParticipantFailed")]
    [InlineData("AddParticipantSucceeded")]
    [InlineData("PlayCompleted")]
    [InlineData("PlayCanceled")]
    [InlineData("CallTransferAccepted")]
    [InlineData("CallTransferFailed")]
    public async Task An_event_that_is_overtaken_by_those_that_follow_it_changes_nothing(string name)
    {
        Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Only = name, HoldBack = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    /// <summary>Only why a telephone did not take the call can't be seen: that it is busy is then taken for no answer.</summary>
    [Theory]
    [InlineData("CallConnected")]
    [InlineData("ParticipantsUpdated")]
    [InlineData("AddParticipantFailed", 0, "unanswered")]
    [InlineData("PlayStarted")]
    [InlineData("PlayCompleted")]
    [InlineData("PlayCanceled")]
    [InlineData("CancelAddParticipantSucceeded")]
    [InlineData("CallTransferAccepted")]
    [InlineData("CallTransferFailed")]
    [InlineData("CallDisconnected")]
    public async Task An_event_that_never_comes_is_made_good_by_looking(string name, int story = -1, string? instead = null)
    {
        Faults.Callbacks.Add(new DeliveryFault { Times = int.MaxValue, Only = name, Drop = true });

        var outcomes = await stories.PlayAsync(quiet: TimeSpan.FromSeconds(3));

        Assert.Equal(Stories.Outcomes.Select((outcome, number) => number == story ? instead! : outcome), outcomes);
    }

    [Fact]
    public async Task An_answer_that_is_never_told_of_is_seen_by_looking()
    {
        var number = TestNumbers.Fixed();
        var user = await stories.Tenant.UserAsync(NumberRule.Ring with { OnNoAnswer = Rules.Refer }, number);
        Faults.Callbacks.Add(new DeliveryFault { Only = "AddParticipantSucceeded", Drop = true });

        var call = await stories.Tenant.CallAsync(number);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, user.App()), call.Outcome);
        await stories.SweepAsync(call);
        await call.ToldAsync("PlayCanceled"); // the ringback ends
        await call.HangUpAsync();

        var record = await stories.Tenant.RecordAfterTheEndOfAsync(call);
        Assert.Equal("answered", record.GetProperty("outcome").GetString());
        Assert.Equal(user.App(), record.GetProperty("target").GetString());
    }

    [Fact]
    public async Task A_failed_transfer_that_takes_the_call_along_ends_it()
    {
        Faults.FailedTransferLosesCall = true;

        Assert.Equal(["answered", "transferred", "abandoned", "answered"], await stories.PlayAsync());
    }
}

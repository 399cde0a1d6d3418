using Koppla.Simulator.Faults;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>Commands are refused for the moment, lose their answers, or are overtaken by their own events.</summary>
public sealed class CommandFaultTests(Stories stories) : IClassFixture<Stories>, IDisposable
{
    /// <summary>One for each call that is played.</summary>
    private const int Times = 4;

    private FaultPlan Faults => stories.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Theory]
    [InlineData("AnswerCall", 503)]
    [InlineData("AnswerCall", 429)]
    [InlineData("AddParticipant", 503)]
    [InlineData("AddParticipant", 429)]
    [InlineData("TransferToParticipant", 503)]
    [InlineData("Play", 500)]
    [InlineData("TerminateCall", 503)]
    public async Task A_command_that_the_provider_could_not_take_is_sent_again(string command, int status)
    {
        // One call may meet both, and has a third try.
        Faults.Commands.Add(new CommandFault { Times = 2, Only = command, Status = status });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    [Theory]
    [InlineData("AnswerCall")]
    [InlineData("AddParticipant")]
    [InlineData("TransferToParticipant")]
    [InlineData("TerminateCall")]
    public async Task A_command_whose_answer_was_lost_has_no_second_effect(string command)
    {
        Faults.Commands.Add(new CommandFault { Times = Times, Only = command, ResetAfterExecution = true });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    [Theory]
    [InlineData("AnswerCall")]
    [InlineData("AddParticipant")]
    public async Task A_command_that_hangs_does_not_hold_the_call(string command)
    {
        Faults.Commands.Add(new CommandFault { Times = Times, Only = command, Hang = true });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    [Theory]
    [InlineData("AnswerCall")]
    [InlineData("AddParticipant")]
    [InlineData("TransferToParticipant")]
    [InlineData("CancelAddParticipant")]
    public async Task An_event_that_comes_before_the_answer_of_its_command_is_understood(string command)
    {
        Faults.Commands.Add(new CommandFault { Times = int.MaxValue, Only = command, EventOvertakes = true });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task An_incoming_call_that_is_told_of_four_times_is_answered_once(int spacing)
    {
        Faults.EventGrid.Add(new DeliveryFault { Times = Times, Duplicates = 3, Spacing = TimeSpan.FromMilliseconds(spacing) });

        Assert.Equal(Stories.Outcomes, await stories.PlayAsync());
    }
}

using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using NSubstitute;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class PlanExecutionTests
{
    private static readonly RingingCall Ringing = new("handle", DateTimeOffset.UnixEpoch);
    private static readonly IncomingCall Call = new(
        "key", "correlation", TestCall.Now, IsToTelephone: true, Numbers.Fixed, Numbers.Caller, Trail.Empty, Ringing);

    private static readonly CallTarget First = new CallTarget.Telephone(Numbers.Outside);
    private static readonly CallTarget Second = new CallTarget.App("8:acs:1_anna");
    private static readonly PlanStep[] Plan =
        [new PlanStep.Redirect(First), new PlanStep.Redirect(Second), new PlanStep.Reject(RejectReason.Busy)];

    private readonly ICallControl control = Substitute.For<ICallControl>();

    [Fact]
    public async Task The_first_command_that_is_accepted_ends_the_plan()
    {
        Answers(First, CommandResult.Accepted);

        var result = await RunAsync();

        Assert.Equal((CallOutcome.Redirected, Numbers.Outside.E164), (result.Outcome, result.Target));
        Assert.Equal([new CommandNote("redirect", Numbers.Outside.E164, CommandStatus.Accepted, "")], result.Commands);
        Assert.Single(control.ReceivedCalls());
    }

    [Fact]
    public async Task A_refused_command_is_followed_by_the_next_step_under_another_id()
    {
        Answers(First, new CommandResult(CommandStatus.Refused, "403/7507"));
        Answers(Second, CommandResult.Accepted);

        var result = await RunAsync();

        Assert.Equal((CallOutcome.Redirected, "8:acs:1_anna"), (result.Outcome, result.Target));
        Assert.Equal([CommandStatus.Refused, CommandStatus.Accepted], result.Commands.Select(command => command.Status));
        Assert.Equal("403/7507", result.Commands[0].Code);
        await control.Received(1).RedirectAsync(Ringing, First, CommandId.For("handle", 0), TestContext.Current.CancellationToken);
        await control.Received(1).RedirectAsync(Ringing, Second, CommandId.For("handle", 1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_last_step_turns_the_call_away()
    {
        Answers(First, new CommandResult(CommandStatus.Refused, "400"));
        Answers(Second, new CommandResult(CommandStatus.Refused, "400"));
        control.RejectAsync(default!, default, default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(CommandResult.Accepted);

        var result = await RunAsync();

        Assert.Equal((CallOutcome.Rejected, null), (result.Outcome, result.Target));
        Assert.Equal(["redirect", "redirect", "reject busy"], result.Commands.Select(command => command.Command));
        await control.Received(1).RejectAsync(
            Ringing, RejectReason.Busy, CommandId.For("handle", 2), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task When_everything_is_refused_the_outcome_says_so()
    {
        var refused = new CommandResult(CommandStatus.Refused, "403");
        control.RedirectAsync(default!, default!, default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(refused);
        control.RejectAsync(default!, default, default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(refused);

        var result = await RunAsync();

        Assert.Equal((CallOutcome.ProviderRefused, null), (result.Outcome, result.Target));
        Assert.Equal(3, result.Commands.Length);
    }

    [Fact]
    public async Task A_call_that_is_gone_needs_nothing_more()
    {
        Answers(First, new CommandResult(CommandStatus.CallGone, "404/8522"));

        var result = await RunAsync();

        Assert.Equal((CallOutcome.CallerGone, null), (result.Outcome, result.Target));
        Assert.Single(control.ReceivedCalls());
    }

    [Fact]
    public async Task When_nobody_knows_what_became_of_a_command_nothing_else_is_tried()
    {
        Answers(First, new CommandResult(CommandStatus.Unknown, "timeout"));

        var result = await RunAsync();

        Assert.Null(result.Outcome);
        Assert.Equal(CommandStatus.Unknown, Assert.Single(result.Commands).Status);
        Assert.Single(control.ReceivedCalls());
    }

    private void Answers(CallTarget target, CommandResult result) =>
        control.RedirectAsync(Arg.Any<RingingCall>(), target, Arg.Any<CommandId>(), Arg.Any<CancellationToken>()).Returns(result);

    private Task<PlanResult> RunAsync() => new PlanExecution(control, supervision: null!).RunAsync(Call, Plan, TestContext.Current.CancellationToken);
}

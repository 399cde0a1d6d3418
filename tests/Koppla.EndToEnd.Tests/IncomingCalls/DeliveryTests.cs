using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;

namespace Koppla.EndToEnd.Tests.IncomingCalls;

/// <summary>Event Grid delivers at least once and in any order, and the provider's answers get lost: a call goes one way all the same.</summary>
[Collection(nameof(FaultsOfTheSharedSimulator))]
public sealed class DeliveryTests(StackFixture fixture) : IDisposable
{
    private FaultPlan Faults => fixture.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task An_event_that_comes_more_than_once_has_one_effect_and_one_record(int duplicates)
    {
        Faults.EventGrid.Add(new DeliveryFault { Duplicates = duplicates });

        var call = await CallForwardedAsync();

        await call.WaitForAsync(now => Deliveries(now) == duplicates + 1, TestContext.Current.CancellationToken);
        Assert.Single(call.Commands, command => command.IsEffective);
        Assert.Single(call.Commands.Select(command => command.RepeatabilityId).Distinct(StringComparer.Ordinal));
        await fixture.Tenant.RecordOfAsync(call);
    }

    [Fact]
    public async Task A_duplicate_that_comes_later_changes_nothing()
    {
        Faults.EventGrid.Add(new DeliveryFault { Duplicates = 1, Spacing = TimeSpan.FromMilliseconds(300) });

        var call = await CallForwardedAsync();

        await call.WaitForAsync(now => Deliveries(now) == 2, TestContext.Current.CancellationToken);
        Assert.Single(call.Commands, command => command.IsEffective);
        await fixture.Tenant.RecordOfAsync(call);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_command_that_the_provider_could_not_take_is_sent_again(int status)
    {
        Faults.Commands.Add(new CommandFault { Status = status });

        var call = await CallForwardedAsync();

        Assert.Single(call.Commands, command => command.IsEffective);
        var record = await fixture.Tenant.RecordOfAsync(call);
        Assert.Equal("redirected", record.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_repeated_without_a_second_effect()
    {
        Faults.Commands.Add(new CommandFault { ResetAfterExecution = true });

        var call = await CallForwardedAsync();

        await call.WaitForAsync(now => now.Commands.Count == 2, TestContext.Current.CancellationToken);
        Assert.Equal([false, true], call.Commands.Select(command => command.Replayed));
        Assert.Equal("redirected", (await fixture.Tenant.RecordOfAsync(call)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_destination_that_the_provider_refuses_leads_to_busy_and_not_to_silence()
    {
        Faults.Commands.Add(new CommandFault { Status = 403, Only = "RedirectCall" });
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External());

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal((OutcomeKind.Rejected, "busy"), (call.Outcome!.Kind, call.Outcome.Reason));
        var record = await fixture.Tenant.RecordOfAsync(call);
        Assert.Equal(["refused", "accepted"], record.GetProperty("commands").EnumerateArray().Select(each => each.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_caller_who_has_hung_up_is_recorded_as_gone()
    {
        Faults.EventGrid.Add(new DeliveryFault { Delay = TimeSpan.FromMilliseconds(500) });
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed(), TestNumbers.External());

        var call = await fixture.Tenant.CallAsync(
            number, new PlaceCall { From = TestNumbers.Caller.E164, To = "", HangUpAfter = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(OutcomeKind.CallerHungUp, call.Outcome?.Kind);
        Assert.Equal("caller-gone", (await fixture.Tenant.RecordOfAsync(call)).GetProperty("outcome").GetString());
    }

    private async Task<SimulatedCall> CallForwardedAsync()
    {
        var destination = TestNumbers.External();
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed(), destination);
        var call = await fixture.Tenant.CallAsync(number);
        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        return call;
    }

    private static int Deliveries(SimulatedCall call) =>
        call.Timeline.Count(entry => entry.Text.StartsWith("IncomingCall delivered", StringComparison.Ordinal));
}

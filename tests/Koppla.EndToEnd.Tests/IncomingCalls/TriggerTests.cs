using Koppla.Local.Stack;
using Koppla.Simulator;
using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests.IncomingCalls;

/// <summary>The other way in: the host's Event Grid endpoint, the trigger, and the Event Grid schema.</summary>
public sealed class TriggerTests
{
    [Fact]
    public async Task A_call_that_comes_by_the_trigger_goes_where_it_should()
    {
        await using var stack = await LocalStack.StartAsync(
            new LocalStackOptions
            {
                Route = DeliveryRoute.Trigger,
                Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned },
            },
            TestContext.Current.CancellationToken);
        var tenant = await Tenant.CreateAsync(stack, fallback: null);
        var destination = TestNumbers.External();
        var number = await tenant.ReserveAsync(TestNumbers.Fixed(), destination);

        var call = await tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.Equal("forwarded", (await tenant.RecordOfAsync(call)).GetProperty("reason").GetString());
    }
}

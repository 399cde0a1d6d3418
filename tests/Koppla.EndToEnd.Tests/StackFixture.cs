using Koppla.EndToEnd.Tests;
using Koppla.Local.Stack;
using Koppla.Routing.Profiles;
using Koppla.Simulator;

[assembly: AssemblyFixture(typeof(StackFixture))]

namespace Koppla.EndToEnd.Tests;

/// <summary>One running system for all tests that leave it as it was; each takes numbers of its own.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    internal LocalStack Stack { get; private set; } = null!;

    internal Tenant Tenant { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stack = await LocalStack.StartAsync(
            new LocalStackOptions { Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned } },
            TestContext.Current.CancellationToken);
        Tenant = await Tenant.CreateAsync(Stack, fallback: null);
        await WarmUpAsync(Tenant);
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();

    /// <summary>An app that has just started must not get the calls of all tests at once: on a small machine its budget is short then.</summary>
    internal static async Task WarmUpAsync(Tenant tenant)
    {
        var number = TestNumbers.Fixed();
        await tenant.UserAsync(new NumberRule(RuleAction.RingThenReferral), number);
        for (var calls = 0; calls < 5; calls++)
        {
            var call = await tenant.CallAsync(number);
            await call.HangUpAsync();
            await call.Ended;
        }
    }
}

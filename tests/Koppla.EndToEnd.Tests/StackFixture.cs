using Koppla.EndToEnd.Tests;
using Koppla.EndToEnd.Tests.Telemetry;
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

    /// <summary>Where the app's telemetry goes.</summary>
    internal OtlpReceiver Telemetry { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Telemetry = await OtlpReceiver.StartAsync();
        Stack = await LocalStack.StartAsync(
            new LocalStackOptions { Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned }, Settings = Telemetry.Settings },
            TestContext.Current.CancellationToken);
        Tenant = await Tenant.CreateAsync(Stack, fallback: null);
        await WarmUpAsync(Tenant);
    }

    /// <summary>All tests have run, and the app has told of all of it: nothing of it may hold a number, a handle, an identity or a secret.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stack.DisposeAsync();
        await Telemetry.DisposeAsync();
        Assert.All(["traces", "metrics", "logs"], signal => Assert.True(Telemetry.BytesOf(signal) > 0, $"No {signal} came."));
        Assert.True(Telemetry.Leaks.Count == 0, $"Unmasked:{Environment.NewLine}{string.Join(Environment.NewLine, Telemetry.Leaks.Take(20))}");
    }

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

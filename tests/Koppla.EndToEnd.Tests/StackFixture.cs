using Koppla.EndToEnd.Tests;
using Koppla.Local.Stack;
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
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}

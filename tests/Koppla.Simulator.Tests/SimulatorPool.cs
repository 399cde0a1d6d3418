[assembly: AssemblyFixture(typeof(Koppla.Simulator.Tests.SimulatorPool))]

namespace Koppla.Simulator.Tests;

/// <summary>Stops what the tests left running for each other.</summary>
public sealed class SimulatorPool : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await World.StopAllAsync();
}

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Sees to the calls whose events never came.</summary>
public interface ICallSweeper
{
    public Task SweepAsync(CancellationToken cancellationToken);
}

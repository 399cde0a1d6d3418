using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Every ten seconds, on one instance at a time.</summary>
public sealed class CallSweeperFunction(ICallSweeper sweeper)
{
    [Function("CallSweeper")]
    public Task RunAsync([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweeper.SweepAsync(cancellationToken);
}

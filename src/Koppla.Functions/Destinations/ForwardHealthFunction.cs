using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Destinations;

/// <summary>Every day at four in the morning, UTC, on one instance.</summary>
public sealed class ForwardHealthFunction(IForwardHealthRound round)
{
    [Function("ForwardHealth")]
    public Task RunAsync([TimerTrigger("0 0 4 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        round.CheckAllAsync(cancellationToken);
}

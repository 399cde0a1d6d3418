using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Audit;

/// <summary>Every minute, on one instance at a time.</summary>
public sealed class JournalRecoveryFunction(IJournalRecovery recovery)
{
    [Function("JournalRecovery")]
    public Task RunAsync([TimerTrigger("40 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        recovery.RunAsync(cancellationToken);
}

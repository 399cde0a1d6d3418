using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Every hour, on one instance at a time.</summary>
public sealed class DeadLetterRetentionFunction(IDeadLetterRetention letters)
{
    [Function("DeadLetterRetention")]
    public Task RunAsync([TimerTrigger("0 37 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        letters.ForgetOldAsync(cancellationToken);
}

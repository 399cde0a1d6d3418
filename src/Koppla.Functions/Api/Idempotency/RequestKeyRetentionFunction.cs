using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.Api.Idempotency;

/// <summary>Every hour, on one instance at a time.</summary>
public sealed class RequestKeyRetentionFunction(IRequestKeyRetention keys)
{
    [Function("RequestKeyRetention")]
    public Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        keys.ForgetOldAsync(cancellationToken);
}

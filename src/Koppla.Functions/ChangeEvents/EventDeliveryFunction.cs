using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Every fifteen seconds, on one instance at a time.</summary>
public sealed class EventDeliveryFunction(IEventDelivery delivery)
{
    [Function("EventDelivery")]
    public Task RunAsync([TimerTrigger("*/15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        delivery.RunAsync(cancellationToken);
}

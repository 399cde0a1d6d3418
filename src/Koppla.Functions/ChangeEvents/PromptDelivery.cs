using Microsoft.Extensions.Hosting;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Tells webhooks of this instance's changes at once. When the process dies, the timer tells them.</summary>
internal sealed class PromptDelivery(EventNudges nudges, EventDelivery delivery) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        nudges.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = EventDelivery.OrganisationsAtOnce, CancellationToken = stoppingToken },
        async (organisation, cancellation) => await delivery.RunAsync(organisation, cancellation));
}

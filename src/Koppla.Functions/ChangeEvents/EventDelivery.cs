using Koppla.Functions.Storage;
using Koppla.Routing;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Tells webhooks what is due: organisations at the same time, so that none waits for another's receiver.</summary>
internal sealed class EventDelivery(
    OutstandingEvents events, EventSender sender, OrganisationTurns turns, TimeProvider time, ILogger<EventDelivery> logger) : IEventDelivery
{
    public const int OrganisationsAtOnce = 16;

    private const int ObjectsAtOnce = 4;

    /// <summary>After that nothing more is begun for an organisation until its next turn.</summary>
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(20);

    public Task RunAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        events.OrganisationsAsync(cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = OrganisationsAtOnce, CancellationToken = cancellationToken },
        async (organisation, cancellation) => await RunAsync(organisation, cancellation));

    public Task RunAsync(OrganisationId organisation, CancellationToken cancellationToken) => turns.TakeAsync(organisation, async () =>
    {
        try
        {
            await TakeTurnAsync(organisation, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The others must not wait for this one, whatever is wrong with it; the next round sees it again.
            logger.TurnFailed(failure);
        }
    });

    private async Task TakeTurnAsync(OrganisationId organisation, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(TurnLimit, time, cancellationToken);
        await Parallel.ForEachAsync(
            await events.DueAsync(organisation, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = ObjectsAtOnce },
            async (ofOneObject, _) =>
            {
                foreach (var id in ofOneObject)
                {
                    if (limit.Token.IsCancellationRequested || !await TrySendAsync(organisation, id, cancellationToken))
                    {
                        return;
                    }
                }
            });
    }

    private async Task<bool> TrySendAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.TrySendAsync(organisation, id, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.EventNotSeenTo(failure, id);
            return false;
        }
    }
}

using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Destinations;

/// <inheritdoc cref="IForwardHealthRound"/>
internal sealed class ForwardHealthRound(OrganisationDirectory directory, ForwardHealth health, ILogger<ForwardHealthRound> logger) : IForwardHealthRound
{
    private const int AtOnce = 4;

    public Task CheckAllAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        directory.OrganisationsAsync(cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (organisation, cancellation) =>
        {
            try
            {
                await health.CheckAsync(organisation, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // The others must not miss theirs for this one, whatever is wrong with it; its last report stands.
                logger.ForwardsNotChecked(failure, organisation);
            }
        });
}

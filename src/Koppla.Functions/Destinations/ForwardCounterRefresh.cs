using System.Collections.Concurrent;
using System.Collections.Immutable;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>
/// Lets the counter know of the calls that it has not decided itself: of an organisation's last hour when its first call comes, and from
/// then on, while calls come, of what has been stored since the last look.
/// </summary>
internal sealed class ForwardCounterRefresh(
    ForwardCounter counter, ForwardRecords records, IClock clock, TimeProvider time, ILogger<ForwardCounterRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>By how much the clocks of storage and of this instance may differ, and how long a write may take to be seen.</summary>
    private static readonly Duration Overlap = Duration.FromSeconds(30);

    private readonly ConcurrentDictionary<OrganisationId, Instant> readAt = new();

    /// <summary>Reads what has been stored of these organisations since they were read last.</summary>
    public async Task RefreshAsync(ImmutableArray<OrganisationId> organisations, CancellationToken cancellationToken)
    {
        if (organisations.IsEmpty)
        {
            return;
        }

        counter.Merge(await records.OngoingAsync(cancellationToken));
        foreach (var organisation in organisations)
        {
            var now = clock.GetCurrentInstant();
            Instant? last = readAt.TryGetValue(organisation, out var found) ? found - Overlap : null;
            counter.Merge(await records.RecordedAsync(organisation, now - ForwardCounter.Window, last, cancellationToken));
            readAt[organisation] = now;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WelcomeAsync(stoppingToken), FollowAsync(stoppingToken));

    private async Task WelcomeAsync(CancellationToken cancellationToken)
    {
        while (await counter.News.WaitToReadAsync(cancellationToken))
        {
            var fresh = ImmutableArray.CreateBuilder<OrganisationId>();
            while (counter.News.TryRead(out var organisation))
            {
                readAt.TryRemove(organisation, out _);
                fresh.Add(organisation);
            }

            await TryRefreshAsync(fresh.ToImmutable(), cancellationToken);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var active = counter.Active();
            foreach (var idle in readAt.Keys.Except(active))
            {
                readAt.TryRemove(idle, out _);
            }

            await TryRefreshAsync(active, cancellationToken);
        }
    }

    private async Task TryRefreshAsync(ImmutableArray<OrganisationId> organisations, CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(organisations, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StorageFailure.Is(failure))
        {
            // What was not read is read the next time.
            logger.ForwardsNotRead(failure);
        }
    }
}

using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>What things were, by the audit log.</summary>
internal sealed class History(AuditLog log)
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <summary>Not told: nothing is known of a change before or after, so it was what it is.</summary>
    /// <returns>The snapshot; null in it: it was not there.</returns>
    public async Task<(bool IsTold, string? Snapshot)> AtAsync(
        OrganisationId organisation, AuditedObject about, Instant instant, CancellationToken cancellationToken)
    {
        var until = await log.ListAsync(organisation, new AuditQuery(about, To: instant + Tick), cancellationToken)
            .FirstOrDefaultAsync(IsMade, cancellationToken);
        if (until is not null)
        {
            return (true, (await FindAsync(until, cancellationToken)).After);
        }

        var since = await log.ListAsync(organisation, new AuditQuery(about, From: instant + Tick), cancellationToken)
            .LastOrDefaultAsync(IsMade, cancellationToken);
        return since is null ? (false, null) : (true, (await FindAsync(since, cancellationToken)).Before);
    }

    private static bool IsMade(Change change) => change.Refused is null;

    private async Task<Change> FindAsync(Change listed, CancellationToken cancellationToken) =>
        await log.FindAsync(listed.Organisation, listed.Id, cancellationToken)
        ?? throw new InvalidOperationException("The three rows of a change come together.");
}

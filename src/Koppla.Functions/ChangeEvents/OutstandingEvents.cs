using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Changes that were made and are still to be told: rows of the table <c>journal</c>.</summary>
internal sealed class OutstandingEvents(Tables tables, ISecretSource secrets, IClock clock)
{
    /// <summary>How long a claim holds: longer than a receiver may take, and storage after it.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>Those who have any that is due, in any order, each once.</summary>
    public IAsyncEnumerable<OrganisationId> OrganisationsAsync(CancellationToken cancellationToken) =>
        KeysAsync(Due, cancellationToken).Select(row => new OrganisationId(Guid.ParseExact(row.PartitionKey, "D"))).Distinct();

    /// <summary>The ids of those that are due, those of each object together, the oldest first.</summary>
    public async Task<IReadOnlyList<IGrouping<string, string>>> DueAsync(OrganisationId organisation, CancellationToken cancellationToken)
    {
        var ofOne = TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()}");
        // The newest come first in the table.
        var rows = await KeysAsync($"{ofOne} and {Due}", cancellationToken).Reverse().ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Text("journal", ChangeMapping.Object), row => row.RowKey, StringComparer.Ordinal)];
    }

    public async Task<JournalRow?> FindAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        var row = await tables.Journal.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found } ? JournalRow.FromEntity(found) : null;
    }

    /// <summary>Takes the turn to send one that is due. Only one gets it; when it dies with it, another may after a minute.</summary>
    /// <returns>The row as claimed; null: another has it.</returns>
    public async Task<JournalRow?> TryClaimAsync(JournalRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return row.NextTry <= now ? await TryChangeAsync(row with { NextTry = now + Lease }, cancellationToken) : null;
    }

    /// <summary>It is sent again later; when another has claimed it meanwhile, that one sees to it.</summary>
    public Task PostponeAsync(JournalRow claimed, Duration wait, CancellationToken cancellationToken) => TryChangeAsync(
        claimed with { Attempts = claimed.Attempts + 1, NextTry = clock.GetCurrentInstant() + wait }, cancellationToken);

    public Task RemoveAsync(JournalRow row, CancellationToken cancellationToken) =>
        tables.Journal.RemoveAsync(row.Change.Organisation.ToString(), row.Change.Id, cancellationToken);

    /// <summary>Puts one back that had been given up. One that is there is left as it is.</summary>
    public Task AddAsync(Change change, string to, CancellationToken cancellationToken) => tables.Journal.TryAddAsync(
        new JournalRow(change, IsMade: true, default) { To = to, NextTry = clock.GetCurrentInstant() }.ToEntity(),
        JournalRow.ClaimColumn,
        cancellationToken);

    private async Task<JournalRow?> TryChangeAsync(JournalRow row, CancellationToken cancellationToken)
    {
        var changed = row with { Claim = secrets.Next() };
        return await tables.Journal.TryUpdateAsync(
            changed.ToEntity(), row.Version, JournalRow.ClaimColumn, cancellationToken) is { } version
            ? changed with { Version = version }
            : null;
    }

    /// <summary>What is due at this very moment, too.</summary>
    private string Due =>
        $"{EntityFilters.Before(JournalRow.NextTryColumn, clock.GetCurrentInstant().PlusTicks(1))} and {JournalRow.Made} eq true";

    private AsyncPageable<TableEntity> KeysAsync(string filter, CancellationToken cancellationToken) =>
        tables.Journal.QueryAsync<TableEntity>(
            filter, select: ["PartitionKey", "RowKey", ChangeMapping.Object], cancellationToken: cancellationToken);
}

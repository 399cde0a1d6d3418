using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Settles the changes that were begun and not finished, for a process died or storage was away.</summary>
internal sealed class JournalRecovery(
    Tables tables, ChangeJournal journal, AuditLog log, IClock clock, ILogger<JournalRecovery> logger) : IJournalRecovery
{
    /// <summary>Long after the longest that a change takes, so that nobody is still making it.</summary>
    private static readonly Duration Settled = Duration.FromMinutes(2);

    /// <summary>How long after a change those that came after it are looked for at the least.</summary>
    private static readonly Duration Overlap = Duration.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var old = EntityFilters.Before("At", clock.GetCurrentInstant() - Settled);
        var begun = new List<Change>();
        await foreach (var row in tables.Journal.QueryAsync<TableEntity>(
            $"{old} and {JournalRow.Made} eq false", cancellationToken: cancellationToken))
        {
            begun.Add(JournalRow.FromEntity(row).Change);
        }

        foreach (var ofOne in begun.GroupBy(change => (change.Organisation, change.Object)))
        {
            try
            {
                await SettleAsync([.. ofOne], cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StorageFailure.Is(failure))
            {
                logger.NotRecovered(failure, ofOne.Key.Object.Kind);
            }
        }
    }

    private async Task SettleAsync(Change[] begun, CancellationToken cancellationToken)
    {
        var first = begun[0];
        var since = begun.Min(change => change.At) - Overlap;
        var known = await log
            .ListAsync(first.Organisation, new AuditQuery(first.Object, From: since), cancellationToken)
            .Where(change => change.Refused is null)
            .ToListAsync(cancellationToken);
        var carried = await CarriedChange.ReadAsync(tables, first.Organisation, first.Object, cancellationToken);
        var made = MadeChanges.Among(begun, carried.Id, carried.Exists, known);

        // In the order of time, so that the log of an object grows as the object did.
        await journal.FinishAsync([.. begun.Where(change => made.Contains(change.Id)).OrderBy(change => change.At)], cancellationToken);
        await journal.ForgetAsync([.. begun.Where(change => !made.Contains(change.Id))], cancellationToken);
        logger.Recovered(made.Count, begun.Length - made.Count);
    }
}

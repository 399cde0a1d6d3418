using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;

namespace Koppla.Functions.Audit;

/// <summary>The end of a change that was made: the audit log, and whoever is told outside.</summary>
internal sealed class ChangeTelling(Tables tables, AuditLog log, IChangePublisher publisher)
{
    private const int MaxTransaction = 100;

    /// <summary>
    /// Puts changes of one organisation into the audit log, and takes them out of the journal, but for those that somebody outside is
    /// told of.
    /// </summary>
    public async Task TellAsync(IReadOnlyList<Change> made, CancellationToken cancellationToken)
    {
        await log.AppendAsync(made, cancellationToken);
        if (await publisher.SelectAsync(made, cancellationToken) is not { } publication)
        {
            await ForgetAsync(made, cancellationToken);
            return;
        }

        await KeepAsync(publication, cancellationToken);
        await ForgetAsync([.. made.Except(publication.Changes)], cancellationToken);
        publisher.Announce(publication);
    }

    /// <summary>Takes changes out of the journal.</summary>
    public async Task ForgetAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes is [var only])
        {
            await tables.Journal.RemoveAsync(only.Organisation.ToString(), only.Id, cancellationToken);
            return;
        }

        foreach (var some in changes.Chunk(MaxTransaction))
        {
            await tables.Journal.SubmitTransactionAsync(
                some.Select(change => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(change.Organisation.ToString(), change.Id), ETag.All)),
                cancellationToken);
        }
    }

    /// <summary>Leaves changes in the journal for whoever is told of them. What has been delivered meanwhile does not come back.</summary>
    private async Task KeepAsync(Publication publication, CancellationToken cancellationToken)
    {
        if (publication.Changes is [var only])
        {
            await tables.Journal.MergeExistingAsync(JournalRow.MarkOf(only, publication.To), cancellationToken);
            return;
        }

        foreach (var some in publication.Changes.Chunk(MaxTransaction))
        {
            await tables.Journal.SubmitTransactionAsync(
                some.Select(change => new TableTransactionAction(
                    TableTransactionActionType.UpdateMerge, JournalRow.MarkOf(change, publication.To), ETag.All)),
                cancellationToken);
        }
    }
}

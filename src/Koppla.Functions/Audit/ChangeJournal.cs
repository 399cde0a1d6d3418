using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>
/// The way of every change: it is written down before it is made, made by one conditional write that leaves its id in what is
/// changed, and then followed up and put into the audit log. Where the process dies between, <see cref="JournalRecovery"/> finds out
/// from the ids whether it was made, and does the rest. A change that somebody outside is told of stays until that is done.
/// </summary>
internal sealed class ChangeJournal(
    Tables tables,
    ChangeTelling telling,
    IEnumerable<IChangeFollowUp> followUps,
    ISecretSource secrets,
    IClock clock,
    ILogger<ChangeJournal> logger)
{
    /// <summary>After that a change is not begun any more, so that the recovery can rely on what it sees.</summary>
    private static readonly TimeSpan MakingLimit = TimeSpan.FromSeconds(30);

    private const int MaxTransaction = 100;

    public Change Draft(
        OrganisationId organisation, Author by, string action, AuditedObject about, string? before, string? after, string? predecessor)
    {
        var now = clock.GetCurrentInstant();
        return new Change(ChangeId.Of(now, secrets.Next()), organisation, now, by, action, about, before, after, predecessor);
    }

    /// <param name="make">The conditional write; null says that somebody else was first.</param>
    /// <returns>The new version, or null when somebody else was first.</returns>
    public async Task<ETag?> MakeAsync(Change change, Func<CancellationToken, Task<ETag?>> make, CancellationToken cancellationToken)
    {
        await tables.Journal.AddEntityAsync(JournalRow.Begun(change).ToEntity(), cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MakingLimit);
        if (await make(limit.Token) is not { } version)
        {
            // Whether a removal was refused, or its answer was lost, what is gone cannot tell: the recovery finds out.
            await ForgetAsync(change.After is null ? [] : [change], CancellationToken.None);
            return null;
        }

        await TryFinishAsync([change]);
        return version;
    }

    /// <summary>Makes many changes of one organisation, each for itself.</summary>
    /// <param name="make">Tells of each whether it was made. It does not throw.</param>
    public async Task MakeAllAsync(
        IReadOnlyList<Change> changes,
        Func<Change, CancellationToken, Task<ChangeResult>> make,
        int parallel,
        CancellationToken cancellationToken)
    {
        foreach (var some in changes.Chunk(MaxTransaction))
        {
            await tables.Journal.SubmitTransactionAsync(
                some.Select(change => new TableTransactionAction(TableTransactionActionType.Add, JournalRow.Begun(change).ToEntity())),
                cancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(MakingLimit);
            var results = new ChangeResult[some.Length];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, some.Length),
                new ParallelOptions { MaxDegreeOfParallelism = parallel },
                async (i, _) => results[i] = await make(some[i], limit.Token));
            await ForgetAsync([.. some.Where((_, i) => results[i] == ChangeResult.NotMade)], CancellationToken.None);
            await TryFinishAsync([.. some.Where((_, i) => results[i] == ChangeResult.Made)]);
        }
    }

    /// <summary>Follows up changes of one organisation that were made, and tells of them.</summary>
    public async Task FinishAsync(IReadOnlyList<Change> made, CancellationToken cancellationToken)
    {
        foreach (var followUp in followUps)
        {
            await followUp.FollowAsync(made, cancellationToken);
        }

        await telling.TellAsync(made, cancellationToken);
    }

    /// <summary>Takes changes out of the journal.</summary>
    public Task ForgetAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken) => telling.ForgetAsync(changes, cancellationToken);

    /// <summary>The change stands, so who asked for it is told so; what is left is the recovery's.</summary>
    private async Task TryFinishAsync(IReadOnlyList<Change> made)
    {
        if (made.Count == 0)
        {
            return;
        }

        try
        {
            await FinishAsync(made, CancellationToken.None);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.FinishedLater(failure, made.Count);
        }
    }
}

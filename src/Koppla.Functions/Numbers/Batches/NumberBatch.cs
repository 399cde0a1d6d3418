using System.Collections.Concurrent;
using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Changes many numbers, each for itself and wholly or not at all: what is refused for one does not stop the others.</summary>
internal sealed class NumberBatch(NumberStore store, BatchPlanner planner, NumberChange change, ChangeJournal journal, RefusedChanges refused)
{
    /// <summary>The most numbers of one request.</summary>
    public const int MaxNumbers = 1000;

    /// <summary>Numbers that are worked on at the same time.</summary>
    private const int Parallelism = 16;

    /// <param name="wishes">Each number once.</param>
    /// <returns>What became of each, in their order.</returns>
    public async Task<BatchPlan[]> ApplyAsync(
        Person person, IReadOnlyList<NumberWish> wishes, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var plans = new BatchPlan[wishes.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, wishes.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (i, cancellation) => plans[i] = await PlanAsync(person, wishes[i], terms, cancellation));
        if (!terms.DryRun)
        {
            var by = terms.By(person);
            await RecordRefusedAsync(person, wishes, plans, by, cancellationToken);
            await MakeAsync(wishes, plans, by, cancellationToken);
        }

        return plans;
    }

    private Task RecordRefusedAsync(
        Person person, IReadOnlyList<NumberWish> wishes, BatchPlan[] plans, Author by, CancellationToken cancellationToken) => refused.RecordAsync(
        person.Organisation,
        by,
        plans
            .Select((plan, i) => (About: AuditedObject.Of(wishes[i].Number), plan.Problem))
            .Where(each => each.Problem is { } problem && RefusedChanges.Matters(problem.Status, problem.Name))
            .Select(each => (each.About, each.Problem!.Name)),
        cancellationToken);

    private async Task<BatchPlan> PlanAsync(Person person, NumberWish wish, ChangeTerms terms, CancellationToken cancellationToken)
    {
        try
        {
            return await planner.PlanAsync(person, wish, terms, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StorageFailure.Is(failure))
        {
            return BatchPlan.Refused(Problems.StorageUnavailable);
        }
    }

    private async Task MakeAsync(IReadOnlyList<NumberWish> wishes, BatchPlan[] plans, Author by, CancellationToken cancellationToken)
    {
        var changes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var drafts = new List<Change>();
        for (var i = 0; i < plans.Length; i++)
        {
            if (plans[i] is { Entry: { } entry } plan)
            {
                var draft = plan.Found is { } found
                    ? change.Draft(found, entry, plan.Action!, by)
                    : change.DraftNew(wishes[i].Number, entry, plan.Action!, by);
                changes[draft.Id] = i;
                drafts.Add(draft);
            }
        }

        try
        {
            await journal.MakeAllAsync(drafts, MakeAsync, Parallelism, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StorageFailure.Is(failure))
        {
            // The journal could not be written, so nothing that it does not know of was made.
            foreach (var i in changes.Values)
            {
                plans[i] = BatchPlan.Refused(Problems.StorageUnavailable);
            }
        }

        async Task<ChangeResult> MakeAsync(Change draft, CancellationToken cancellation)
        {
            changes.TryRemove(draft.Id, out var i);
            var (result, problem) = await TryMakeAsync(wishes[i], plans[i], draft, cancellation);
            plans[i] = problem is null ? plans[i] : BatchPlan.Refused(problem);
            return result;
        }
    }

    private async Task<(ChangeResult Result, Problem? Problem)> TryMakeAsync(
        NumberWish wish, BatchPlan plan, Change draft, CancellationToken cancellationToken)
    {
        try
        {
            var version = plan.Found is { } found
                ? await store.TryChangeAsync(wish.Number, plan.Entry!, found.Version, draft.Id, cancellationToken)
                : await store.TryAddAsync(wish.Number, plan.Entry!, draft.Id, cancellationToken);
            return version is null ? (ChangeResult.NotMade, Problems.Contended) : (ChangeResult.Made, null);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return (ChangeResult.Unknown, Problems.StorageUnavailable);
        }
    }
}

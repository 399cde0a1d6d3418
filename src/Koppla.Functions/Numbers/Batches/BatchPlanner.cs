using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Works out what must be done to a number, by the same rules as when it is changed alone.</summary>
internal sealed class BatchPlanner(NumberStore store, Assignments assignments, ForwardingRules rules)
{
    public async Task<BatchPlan> PlanAsync(Person person, NumberWish wish, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(wish.Number, cancellationToken);
        if (stored is not null && NumberMapping.OrganisationOf(stored.Value) != person.Organisation)
        {
            return BatchPlan.Refused(wish.MayAdd ? NumberProblems.NotAvailable : NumberProblems.NotFound);
        }

        if (stored is null && !wish.MayAdd)
        {
            return BatchPlan.Refused(NumberProblems.NotFound);
        }

        var found = new FoundNumber(wish.Number, stored ?? new Stored<NumberEntry>(new ReservedNumber(person.Organisation, null), default));
        var (entry, action, problem) = await TargetAsync(person, found, wish, terms, cancellationToken);
        if (problem is not null)
        {
            return BatchPlan.Refused(problem);
        }

        if (stored is null)
        {
            return new BatchPlan(BatchOutcome.Created, Entry: entry, Action: NumberChange.Reserved);
        }

        return entry == stored.Value ? BatchPlan.Unchanged : new BatchPlan(BatchOutcome.Changed, null, found, entry, action);
    }

    private async Task<(NumberEntry Entry, string Action, Problem? Problem)> TargetAsync(
        Person person, FoundNumber found, NumberWish wish, ChangeTerms terms, CancellationToken cancellationToken)
    {
        switch (wish)
        {
            case { User: { } user }:
                var assigned = new AssignedNumber(found.Organisation, user);
                var refused = found.Entry switch
                {
                    AssignedNumber now => now == assigned ? null : NumberProblems.AssignedTo(now.User),
                    _ => await assignments.CheckAsync(found, assigned, cancellationToken),
                };
                return (assigned, NumberChange.Assigned, refused);

            case { Forwarding: { } asked }:
                if (ForwardingRules.CheckNumber(found) is { } problem)
                {
                    return (found.Entry, NumberChange.ForwardingSet, problem);
                }

                if (IsAsAsked(found.Entry, asked))
                {
                    return (found.Entry, NumberChange.ForwardingSet, null);
                }

                var (forwarding, broken) = await rules.CheckAsync(person, found, asked, terms, cancellationToken);
                return (new ReservedNumber(found.Organisation, forwarding), NumberChange.ForwardingSet, broken);

            case { EndsForwarding: true }:
                return found.Entry is AssignedNumber held
                    ? (held, NumberChange.ForwardingRemoved, NumberProblems.AssignedTo(held.User))
                    : (new ReservedNumber(found.Organisation, null), NumberChange.ForwardingRemoved, null);

            default:
                return (found.Entry, NumberChange.Reserved, null);
        }
    }

    /// <summary>What stands is not tried again: a list that is brought in twice finds all as it should be, whatever has become of a destination.</summary>
    private static bool IsAsAsked(NumberEntry entry, ForwardingRequest asked) =>
        entry is ReservedNumber { Forwarding: { } stands } && stands.Enabled == asked.Enabled
        && asked.Destination is { } text && PhoneNumber.Parse(text) is { IsOk: true } destination && destination.Value == stands.Destination;
}

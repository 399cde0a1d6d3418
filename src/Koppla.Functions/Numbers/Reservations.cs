using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Brings numbers into an organisation, reserved, and lets reserved ones go.</summary>
internal sealed class Reservations(NumberRoute route, NumberStore store, NumberChange change, RequestKeys keys)
{
    public async Task<(ETag? Version, Problem? Problem)> ReserveAsync(
        Person person, PhoneNumber number, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var request = $"numbers:{number.E164}";
        var known = terms.Key is null ? null : await keys.FindAsync(person, terms.Key, request, cancellationToken);
        if (known is { IsOfAnother: true })
        {
            return (null, IdempotencyProblems.KeyOfAnother);
        }

        if (await store.ReadAsync(number, cancellationToken) is { } taken)
        {
            return known is not null && NumberMapping.OrganisationOf(taken.Value) == person.Organisation
                ? (taken.ETag, null)
                : (null, TakenBy(taken.Value, person));
        }

        if (terms.DryRun)
        {
            return (default(ETag), null);
        }

        if (terms.Key is not null)
        {
            await keys.ClaimAsync(person, terms.Key, request, number.E164, cancellationToken);
        }

        var entry = new ReservedNumber(person.Organisation, null);
        return await change.TryAddAsync(number, entry, NumberChange.Reserved, terms.By(person), cancellationToken) is { } version
            ? (version, null)
            : (null, NumberProblems.NotAvailable); // Somebody else was first; who is seen by asking again.
    }

    /// <returns>Null: it is released.</returns>
    public async Task<Problem?> ReleaseAsync(Person person, string number, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, number, cancellationToken);
            if (found is null)
            {
                return problem;
            }

            if (found.Entry is AssignedNumber assigned)
            {
                return NumberProblems.AssignedTo(assigned.User);
            }

            if (!terms.Allows(found.Version))
            {
                return Problems.VersionChanged;
            }

            if (terms.DryRun || await change.TryRemoveAsync(found, terms.By(person), cancellationToken) is not null)
            {
                return null;
            }
        }

        return Problems.Contended;
    }

    private static Problem TakenBy(NumberEntry entry, Person person) =>
        NumberMapping.OrganisationOf(entry) == person.Organisation ? NumberProblems.Exists : NumberProblems.NotAvailable;
}

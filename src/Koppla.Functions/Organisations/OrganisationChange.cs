using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Organisations;

/// <summary>
/// Changes an organisation, by way of the journal. Every change of it goes this way. It reaches calls when the caches have seen it, the
/// one of this instance first.
/// </summary>
internal sealed class OrganisationChange(OrganisationStore store, OrganisationCache cache, ChangeJournal journal)
{
    private const string Created = "organisation-created";
    private const string Changed = "organisation-changed";

    /// <summary>Creates it, or replaces what it says.</summary>
    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<ETag?> PutAsync(
        Stored<Organisation>? found, Organisation organisation, Author by, CancellationToken cancellationToken) => found is null
        ? MakeAsync(
            Draft(null, organisation, Created, by),
            (change, cancellation) => store.TryAddAsync(organisation, change.Id, cancellation),
            cancellationToken)
        : TryAsync(found, organisation, Changed, by, cancellationToken);

    /// <summary>Changes a part of one that exists, one version after another.</summary>
    /// <param name="edit">Works out the change from the organisation as stored now, or why there is none; called once for every try.</param>
    /// <returns>The new version; the version read when the change was only tried.</returns>
    public async Task<(ETag? Version, Problem? Problem)> ApplyAsync(
        Person person,
        ChangeTerms terms,
        string action,
        Func<Organisation, Task<(Organisation? Changed, Problem? Problem)>> edit,
        CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            if (await store.FindAsync(person.Organisation, cancellationToken) is not { } found)
            {
                return (null, OrganisationProblems.NotFound);
            }

            if (!terms.Allows(found.ETag) || terms.CreatesOnly)
            {
                return (null, Problems.VersionChanged);
            }

            var (changed, problem) = await edit(found.Value);
            if (changed is null)
            {
                return (null, problem);
            }

            var version = terms.DryRun ? found.ETag : await TryAsync(found, changed, action, terms.By(person), cancellationToken);
            if (version is not null)
            {
                return (version, null);
            }
        }

        return (null, Problems.Contended);
    }

    private Task<ETag?> TryAsync(
        Stored<Organisation> found, Organisation organisation, string action, Author by, CancellationToken cancellationToken) => MakeAsync(
        Draft(found, organisation, action, by),
        (change, cancellation) => store.TryChangeAsync(organisation, found.ETag, change.Id, cancellation),
        cancellationToken);

    private Change Draft(Stored<Organisation>? found, Organisation organisation, string action, Author by) => journal.Draft(
        organisation.Id,
        by,
        action,
        AuditedObject.Organisation,
        found is null ? null : OrganisationStore.SnapshotOf(found.Value),
        OrganisationStore.SnapshotOf(organisation),
        found?.Change);

    private async Task<ETag?> MakeAsync(
        Change change, Func<Change, CancellationToken, Task<ETag?>> make, CancellationToken cancellationToken)
    {
        try
        {
            return await journal.MakeAsync(change, cancellation => make(change, cancellation), cancellationToken);
        }
        finally
        {
            cache.Forget(change.Organisation);
        }
    }
}

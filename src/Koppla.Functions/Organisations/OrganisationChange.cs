using Azure;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
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

    /// <inheritdoc cref="PutAsync"/>
    public Task<ETag?> TryAsync(
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

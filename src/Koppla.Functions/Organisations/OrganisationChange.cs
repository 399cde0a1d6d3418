using Azure;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Organisations;

/// <summary>Changes an organisation, by way of the journal. A change reaches calls when the caches have seen it.</summary>
internal sealed class OrganisationChange(OrganisationStore store, ChangeJournal journal)
{
    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<ETag?> TryAsync(
        Stored<Organisation> found, Organisation organisation, string action, Author by, CancellationToken cancellationToken)
    {
        var change = journal.Draft(
            organisation.Id,
            by,
            action,
            AuditedObject.Organisation,
            OrganisationStore.SnapshotOf(found.Value),
            OrganisationStore.SnapshotOf(organisation),
            found.Change);
        return journal.MakeAsync(
            change, cancellation => store.TryChangeAsync(organisation, found.ETag, change.Id, cancellation), cancellationToken);
    }
}

using Azure;
using Koppla.Functions.Audit;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>Changes one of our numbers, by way of the journal. Every change of one that exists goes this way.</summary>
internal sealed class NumberChange(NumberStore store, ChangeJournal journal)
{
    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<ETag?> TryAsync(
        FoundNumber found, NumberEntry entry, string action, Author by, CancellationToken cancellationToken)
    {
        var change = journal.Draft(
            NumberMapping.OrganisationOf(entry),
            by,
            action,
            AuditedObject.Of(found.Number),
            NumberMapping.SnapshotOf(found.Entry),
            NumberMapping.SnapshotOf(entry),
            found.Change);
        return journal.MakeAsync(
            change, cancellation => store.TryChangeAsync(found.Number, entry, found.Version, change.Id, cancellation), cancellationToken);
    }
}

using Azure;
using Koppla.Functions.Audit;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Changes our numbers, by way of the journal. Every change of one goes this way.</summary>
internal sealed class NumberChange(NumberStore store, ChangeJournal journal)
{
    public const string Reserved = "number-reserved";
    public const string Released = "number-released";
    public const string Assigned = "number-assigned";
    public const string Unassigned = "number-unassigned";
    public const string ForwardingSet = "forwarding-set";
    public const string ForwardingRemoved = "forwarding-removed";

    /// <returns>The version, or null when the number is there already, of whatever organisation.</returns>
    public Task<ETag?> TryAddAsync(PhoneNumber number, NumberEntry entry, string action, Author by, CancellationToken cancellationToken)
    {
        var change = DraftNew(number, entry, action, by);
        return journal.MakeAsync(change, cancellation => store.TryAddAsync(number, entry, change.Id, cancellation), cancellationToken);
    }

    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<ETag?> TryAsync(FoundNumber found, NumberEntry entry, string action, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(found, entry, action, by);
        return journal.MakeAsync(
            change, cancellation => store.TryChangeAsync(found.Number, entry, found.Version, change.Id, cancellation), cancellationToken);
    }

    /// <returns>The version that was removed, or null when somebody else was first.</returns>
    public Task<ETag?> TryRemoveAsync(FoundNumber found, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(found, null, Released, by);
        return journal.MakeAsync(change, cancellation => store.TryRemoveAsync(found.Number, found.Version, cancellation), cancellationToken);
    }

    public Change DraftNew(PhoneNumber number, NumberEntry entry, string action, Author by) => journal.Draft(
        NumberMapping.OrganisationOf(entry), by, action, AuditedObject.Of(number), null, NumberMapping.SnapshotOf(entry), null);

    /// <param name="entry">Null: the number is released.</param>
    public Change Draft(FoundNumber found, NumberEntry? entry, string action, Author by) => journal.Draft(
        found.Organisation,
        by,
        action,
        AuditedObject.Of(found.Number),
        NumberMapping.SnapshotOf(found.Entry),
        entry is null ? null : NumberMapping.SnapshotOf(entry),
        found.Change);
}

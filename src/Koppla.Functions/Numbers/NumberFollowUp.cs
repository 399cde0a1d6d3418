using Koppla.Functions.Audit;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>After a change of numbers: their listing, and the numbers that the users list as theirs.</summary>
internal sealed class NumberFollowUp(NumberListing listing, UserNumbers users) : IChangeFollowUp
{
    public async Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var ofNumbers = changes.Where(change => change.Object.Kind == AuditedKind.Number).ToArray();
        if (ofNumbers.Length == 0)
        {
            return;
        }

        await listing.CopyAsync(ofNumbers[0].Organisation, ofNumbers.Select(NumberOf), cancellationToken);
        foreach (var change in ofNumbers)
        {
            foreach (var user in new[] { change.Before, change.After }.Select(HolderOf).OfType<AssignedNumber>().Distinct())
            {
                await users.CopyAsync(user, NumberOf(change), change, cancellationToken);
            }
        }
    }

    private static PhoneNumber NumberOf(Change change) => change.Object.AsNumber()!;

    private static AssignedNumber? HolderOf(string? snapshot) =>
        snapshot is null ? null : NumberMapping.FromSnapshot(snapshot) as AssignedNumber;
}

using Koppla.Functions.Audit;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Returns the numbers of a user who is gone to reserved, without forwarding.</summary>
internal sealed class NumberRelease(NumberStore numbers, NumberListing listing, UserStore users, FollowingChanges following)
{
    private const int Parallel = 8;

    /// <param name="candidates">Those that are not the holder's are left as they are, and only listed again.</param>
    /// <param name="because">The user's removal, or an assignment to a user who was not there.</param>
    public async Task ReleaseAsync(
        AssignedNumber holder, IReadOnlyCollection<PhoneNumber> candidates, Change because, CancellationToken cancellationToken)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(
            candidates,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (number, cancellation) => await ReleaseAsync(holder, number, because, cancellation));
        await listing.CopyAsync(holder.Organisation, candidates, cancellationToken);
    }

    private async Task ReleaseAsync(AssignedNumber holder, PhoneNumber number, Change because, CancellationToken cancellationToken)
    {
        while (await numbers.ReadAsync(number, cancellationToken) is { Value: AssignedNumber now } stored
            && now == holder
            && await IsLeftAsync(holder, stored.Change, because, cancellationToken))
        {
            var reserved = new ReservedNumber(holder.Organisation, Forwarding: null);
            var change = FollowingChanges.Of(
                because, NumberChange.Unassigned, AuditedObject.Of(number), NumberMapping.SnapshotOf(now), NumberMapping.SnapshotOf(reserved), stored.Change);
            await following.MakeAsync(
                change,
                cancellation => numbers.TryChangeAsync(number, reserved, stored.ETag, change.Id, cancellation),
                cancellationToken);
        }
    }

    /// <summary>A user who was removed may have been created anew; what was assigned before the removal is not the new one's.</summary>
    private async Task<bool> IsLeftAsync(AssignedNumber holder, string? assignment, Change because, CancellationToken cancellationToken) =>
        (because is { After: null } && (assignment is null || ChangeId.IsBefore(assignment, because.Id)))
        || !await users.ExistsAsync(holder.Organisation, holder.User, cancellationToken);
}

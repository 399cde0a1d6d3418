using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>After the removal of a user: the numbers return to reserved.</summary>
internal sealed class RemovedUserFollowUp(HeldNumbers numbers, NumberRelease release) : IChangeFollowUp
{
    public async Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var removal in changes.Where(change => change.Object.Kind == AuditedKind.User && change is { After: null, Before: not null }))
        {
            var user = UserMapping.FromSnapshot(removal.Organisation, removal.Object.AsUser()!.Value, removal.Before!);
            var candidates = await numbers.CandidatesAsync(user, cancellationToken);
            await release.ReleaseAsync(new AssignedNumber(user.Organisation, user.Id), candidates, removal, cancellationToken);
        }
    }
}

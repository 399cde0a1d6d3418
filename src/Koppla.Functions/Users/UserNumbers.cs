using System.Collections.Immutable;
using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Users;

/// <summary>The numbers that a user's entity lists: a copy of what the numbers say.</summary>
internal sealed class UserNumbers(NumberStore numbers, UserStore users, NumberRelease release, FollowingChanges following)
{
    private const string Action = "numbers-changed";

    /// <summary>
    /// Makes the holder, or former holder, of a number list it or not, as the number says. A number whose holder is gone is nobody's,
    /// and returns to reserved.
    /// </summary>
    /// <param name="change">That of the number; the user's is told as following from it.</param>
    public async Task CopyAsync(AssignedNumber holder, PhoneNumber number, Change change, CancellationToken cancellationToken)
    {
        while (await users.FindAsync(holder.Organisation, holder.User, cancellationToken) is { } found)
        {
            var stored = await numbers.ReadAsync(number, cancellationToken);
            var isHolder = stored?.Value is AssignedNumber now && now == holder;
            if (found.User.Numbers.Contains(number) == isHolder)
            {
                return;
            }

            // And then look again: the number may have moved on meanwhile.
            await CopyAsync(found, isHolder ? found.User.Numbers.Add(number) : found.User.Numbers.Remove(number), change, cancellationToken);
        }

        await release.ReleaseAsync(holder, [number], change, cancellationToken);
    }

    private Task CopyAsync(FoundUser found, ImmutableArray<PhoneNumber> listed, Change because, CancellationToken cancellationToken)
    {
        var user = found.User with { Numbers = listed };
        var change = FollowingChanges.Of(
            because, Action, AuditedObject.Of(user.Id), UserMapping.SnapshotOf(found.User), UserMapping.SnapshotOf(user), found.Change);
        return following.MakeAsync(
            change, cancellation => users.TryChangeAsync(found, user, found.Keys, change.Id, cancellation), cancellationToken);
    }
}

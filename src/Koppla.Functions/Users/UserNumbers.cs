using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Users;

/// <summary>The numbers that a user's entity lists: a copy of what the numbers say.</summary>
internal sealed class UserNumbers(NumberStore numbers, UserStore users, AuditLog log)
{
    private const string Action = "numbers-changed";

    /// <summary>Makes the holder, or former holder, of a number list it or not, as the number says.</summary>
    /// <param name="change">That of the number; the user's is told as following from it.</param>
    public async Task CopyAsync(AssignedNumber holder, PhoneNumber number, Change change, CancellationToken cancellationToken)
    {
        while (await users.FindAsync(holder.Organisation, holder.User, cancellationToken) is { } found)
        {
            var stored = await numbers.ReadAsync(number, cancellationToken);
            var isHolder = stored?.Value is AssignedNumber now && now == holder;
            var without = found.User with { Numbers = found.User.Numbers.Remove(number) };
            var with = found.User with { Numbers = [.. without.Numbers, number] };
            var following = isHolder ? Following(change, without, with, found.Change) : Following(change, with, without, found.Change);
            if (found.User.Numbers.Contains(number) != isHolder)
            {
                // And then look again: the number may have moved on meanwhile.
                await users.TryChangeAsync(found, isHolder ? with : without, found.Keys, following.Id, cancellationToken);
                continue;
            }

            if (found.Change == following.Id)
            {
                await log.AppendAsync([following], cancellationToken);
            }

            return;
        }
    }

    /// <summary>Its id is made of the number's change, so that the same copy made again is the same entry.</summary>
    private static Change Following(Change change, User before, User after, string? predecessor) => change with
    {
        Id = ChangeId.Following(change.Id, after.Id.ToString()),
        Action = Action,
        Object = AuditedObject.Of(after.Id),
        Before = UserMapping.SnapshotOf(before),
        After = UserMapping.SnapshotOf(after),
        Predecessor = predecessor,
    };
}

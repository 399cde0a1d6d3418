using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Functions.Numbers;
using Koppla.Functions.Security;

namespace Koppla.Functions.Users;

/// <summary>Removes users. What belongs to them elsewhere is seen to by <see cref="RemovedUserFollowUp"/>; calls that go on do.</summary>
internal sealed class UserRemoval(UserRoute route, UserStore users, HeldNumbers numbers, UserMentions mentions, ChangeJournal journal)
{
    private const string Action = "user-removed";

    /// <returns>Neither when the user is gone; a preview when that was only tried.</returns>
    public async Task<(UserRemovalBody? Preview, Problem? Problem)> RemoveAsync(
        Person person, string user, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, user, cancellationToken);
            if (found is null)
            {
                return tried == 0 ? (null, problem) : default; // gone at this very moment, as was asked for
            }

            if (!terms.Allows(found.Version))
            {
                return (null, Problems.VersionChanged);
            }

            if (terms.DryRun)
            {
                var held = await numbers.OfAsync(found.User, cancellationToken);
                var naming = await mentions.OfAsync(found.User, cancellationToken);
                return (new UserRemovalBody([.. held.Select(number => number.E164)], naming), null);
            }

            if (await TryAsync(found, terms.By(person), cancellationToken) is not null)
            {
                return default;
            }
        }

        return (null, Problems.Contended);
    }

    private Task<ETag?> TryAsync(FoundUser found, Author by, CancellationToken cancellationToken)
    {
        var user = found.User;
        var change = journal.Draft(
            user.Organisation, by, Action, AuditedObject.Of(user.Id), UserMapping.SnapshotOf(user), after: null, found.Change);
        return journal.MakeAsync(change, cancellation => users.TryRemoveAsync(found, cancellation), cancellationToken);
    }
}

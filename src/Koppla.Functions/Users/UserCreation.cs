using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Audit;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>Creates users, each by an insert that only one request can win.</summary>
internal sealed class UserCreation(
    OrganisationStore organisations, UserStore users, RequestKeys keys, AuditLog log, ChangeJournal journal)
{
    private const string Action = "user-created";

    /// <param name="request">Tells requests with one key apart.</param>
    public async Task<(ChangedUser? Created, Problem? Problem)> CreateAsync(
        Person person, NewUser wish, ChangeTerms terms, string request, CancellationToken cancellationToken)
    {
        if (terms is { DryRun: false, Key: { } known } && await keys.FindAsync(person, known, request, cancellationToken) is { } claim)
        {
            var (earlier, over) = await EarlierAsync(person, claim, cancellationToken);
            if (earlier is not null || over is not null)
            {
                return (earlier, over);
            }
        }

        if (await organisations.ReadAsync(person.Organisation, cancellationToken) is not { } organisation)
        {
            return (null, OrganisationProblems.NotFound);
        }

        if (await CheckAsync(organisation, wish, cancellationToken) is { } problem)
        {
            return (null, problem);
        }

        var id = wish.Id ?? new UserId(Guid.NewGuid());
        if (terms.DryRun)
        {
            return (new ChangedUser(wish.Of(organisation, id), default, [], IsNew: true, new(Changed: true, [], [])), null);
        }

        if (terms.Key is { } key)
        {
            var claimed = await keys.ClaimAsync(person, key, request, id.ToString(), cancellationToken);
            if (claimed.IsOfAnother)
            {
                return (null, IdempotencyProblems.KeyOfAnother);
            }

            id = IdOf(claimed);
        }

        return await MakeAsync(wish.Of(organisation, id), terms, request, terms.By(person), cancellationToken);
    }

    private async Task<Problem?> CheckAsync(Organisation organisation, NewUser wish, CancellationToken cancellationToken) =>
        DeviceRules.Check(wish.Devices, own: [], organisation.Countries) is { } forbidden ? forbidden
        : wish.Id is { } id && await users.ExistsAsync(organisation.Id, id, cancellationToken) ? UserProblems.Exists
        : null;

    /// <summary>What came of the earlier request with the key. Neither: it died before it made the user.</summary>
    private async Task<(ChangedUser? Created, Problem? Problem)> EarlierAsync(
        Person person, KeyClaim claim, CancellationToken cancellationToken)
    {
        if (claim.IsOfAnother)
        {
            return (null, IdempotencyProblems.KeyOfAnother);
        }

        var id = IdOf(claim);
        if (await FindAsync(person, id, cancellationToken) is { } found)
        {
            return (found, null);
        }

        var past = log.ListAsync(person.Organisation, new AuditQuery(AuditedObject.Of(id)), cancellationToken);
        if (!await past.AnyAsync(change => change.Refused is null, cancellationToken))
        {
            return (null, null);
        }

        // Made, then: since the first look, or gone.
        return await FindAsync(person, id, cancellationToken) is { } made ? (made, null) : (null, UserProblems.GoneSince);
    }

    private async Task<ChangedUser?> FindAsync(Person person, UserId id, CancellationToken cancellationToken) =>
        await users.FindAsync(person.Organisation, id, cancellationToken) is { } found
            ? new ChangedUser(found.User, found.Version, [], IsNew: true)
            : null;

    private async Task<(ChangedUser? Created, Problem? Problem)> MakeAsync(
        User user, ChangeTerms terms, string request, Author by, CancellationToken cancellationToken)
    {
        var change = journal.Draft(
            user.Organisation, by, Action, AuditedObject.Of(user.Id), before: null, UserMapping.SnapshotOf(user), predecessor: null);
        var key = terms.Key is null ? null : new RecentKey(terms.Key, request);
        var version = await journal.MakeAsync(change, cancellation => users.TryAddAsync(user, key, change.Id, cancellation), cancellationToken);
        if (version is { } made)
        {
            return (new ChangedUser(user, made, [], IsNew: true), null);
        }

        // Somebody else has made the user at the same moment. With the same key that is the same request.
        return key is not null
            && await users.FindAsync(user.Organisation, user.Id, cancellationToken) is { } found
            && found.Keys.Contains(key)
            ? (new ChangedUser(found.User, found.Version, [], IsNew: true), null)
            : (null, UserProblems.Exists);
    }

    private static UserId IdOf(KeyClaim claim) => UserId.Parse(claim.Id).Value;
}

using System.Collections.Immutable;
using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Audit;
using Koppla.Functions.Destinations;
using Koppla.Functions.Insight;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>Changes a user, one version after another. Every change of it goes this way.</summary>
internal sealed class UserChange(
    UserRoute route,
    UserStore store,
    HandlingRules rules,
    ExternalForwardRules externals,
    OrganisationCache organisations,
    IChangePreview preview,
    ChangeJournal journal,
    IClock clock)
{
    /// <summary>A change that may be asked for again without harm.</summary>
    /// <inheritdoc cref="ApplyAsync(Person, string, ChangeTerms, string, Func{User, UserEdit}, CancellationToken)"/>
    public Task<(ChangedUser? Changed, Problem? Problem)> ApplyAsync(
        Person person, string user, ChangeTerms terms, Func<User, UserEdit> edit, CancellationToken cancellationToken) =>
        ApplyAsync(person, user, terms, string.Empty, edit, cancellationToken);

    /// <param name="request">The fingerprint of the request, for one that may have a key.</param>
    /// <param name="edit">Works out the change from the user as stored now; called once for every try.</param>
    public async Task<(ChangedUser? Changed, Problem? Problem)> ApplyAsync(
        Person person,
        string user,
        ChangeTerms terms,
        string request,
        Func<User, UserEdit> edit,
        CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await route.FindAsync(person, user, cancellationToken);
            if (found is null)
            {
                return (null, problem);
            }

            if (!terms.DryRun && found.Keys.FirstOrDefault(each => each.Key == terms.Key) is { } earlier)
            {
                return earlier.Request == request
                    ? (new ChangedUser(found.User, found.Version, [], IsNew: earlier.Made is not null, Made: earlier.Made), null)
                    : (null, IdempotencyProblems.KeyOfAnother);
            }

            if (!terms.Allows(found.Version))
            {
                return (null, Problems.VersionChanged);
            }

            var (changed, refused) = await TryAsync(found, person, terms, request, edit(found.User), cancellationToken);
            if (changed is not null || refused is not null)
            {
                return (changed, refused);
            }
        }

        return (null, Problems.Contended);
    }

    /// <returns>Neither when somebody else was first.</returns>
    private async Task<(ChangedUser? Changed, Problem? Problem)> TryAsync(
        FoundUser found, Person person, ChangeTerms terms, string request, UserEdit edit, CancellationToken cancellationToken)
    {
        if (edit.Change is not { } become)
        {
            return (null, edit.Problem);
        }

        if (terms.CreatesOnly && !edit.IsNew)
        {
            return (null, Problems.VersionChanged);
        }

        var asked = become(found.User);
        var aged = asked with { Handling = DestinationAges.Noted(found.User.Handling, asked.Handling, clock.GetCurrentInstant()) };
        var user = await organisations.WithHolidaysAsync(aged, cancellationToken);
        var (problem, doubts) = await rules.CheckAsync(user, edit.Checked, cancellationToken);
        problem ??= await externals.CheckAsync(person, terms, found.User, user, edit.Checked, cancellationToken);
        if (problem is not null)
        {
            return (null, problem);
        }

        ImmutableArray<WarningBody> warnings = [.. edit.Warnings, .. doubts];
        if (terms.DryRun)
        {
            var told = await preview.PreviewAsync(found.User, user, terms.Language, cancellationToken);
            return (new ChangedUser(user, found.Version, warnings, Preview: told with { Warnings = [.. warnings, .. told.Warnings] }), null);
        }

        var keys = terms.Key is null ? found.Keys : Remember(found.Keys, new RecentKey(terms.Key, request, edit.Made));
        return await MakeAsync(found, user, keys, edit.Action, terms.By(person), cancellationToken) is { } version
            ? (new ChangedUser(user, version, warnings, edit.IsNew, Made: edit.Made), null)
            : (null, null);
    }

    private async Task<ETag?> MakeAsync(
        FoundUser found, User user, ImmutableArray<RecentKey> keys, string? action, Author by, CancellationToken cancellationToken)
    {
        var (before, after) = (UserMapping.SnapshotOf(found.User), UserMapping.SnapshotOf(user));
        if (before == after)
        {
            return await store.TryChangeAsync(found, user, keys, change: null, cancellationToken);
        }

        var change = journal.Draft(
            user.Organisation, by, action ?? HandlingAction.Between(before, after), AuditedObject.Of(user.Id), before, after, found.Change);
        return await journal.MakeAsync(
            change, cancellation => store.TryChangeAsync(found, user, keys, change.Id, cancellation), cancellationToken);
    }

    private static ImmutableArray<RecentKey> Remember(ImmutableArray<RecentKey> keys, RecentKey key) =>
        [.. keys.TakeLast(RecentKey.MaxKept - 1), key];
}

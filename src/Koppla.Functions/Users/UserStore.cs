using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>
/// Users in the table <c>users</c>: one entity each, so that a change is whole or not at all. What a user is found by is listed
/// before the entity says so, and what it says no more is removed after.
/// </summary>
internal sealed class UserStore(Tables tables, ColleagueIndex index)
{
    public async Task<Stored<User>?> ReadAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken) =>
        await GetAsync(organisation, id, cancellationToken) is { } entity
            ? new Stored<User>(UserMapping.FromEntity(organisation, id, entity), entity.ETag)
            : null;

    /// <summary>A user that is to be changed: with the keys of the latest changes.</summary>
    public async Task<FoundUser?> FindAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken) =>
        await GetAsync(organisation, id, cancellationToken) is { } entity
            ? UserMapping.FoundOf(organisation, id, entity)
            : null;

    /// <summary>Writes a user whatever was there before.</summary>
    public async Task WriteAsync(User user, CancellationToken cancellationToken)
    {
        var before = await FindReadableAsync(user.Organisation, user.Id, cancellationToken);
        var listing = await index.AddAsync(user, cancellationToken);
        await tables.Users.UpsertEntityAsync(UserMapping.ToEntity(user, listing, [], change: null), TableUpdateMode.Replace, cancellationToken);
        await ForgetAsync(before, listing, cancellationToken);
    }

    /// <summary>Changes a user that still is the version read.</summary>
    /// <param name="change">The id of the change that makes it so; null: what calls meet is not changed.</param>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public async Task<ETag?> TryChangeAsync(
        FoundUser found, User user, ImmutableArray<RecentKey> keys, string? change, CancellationToken cancellationToken)
    {
        var listing = found.Listing is { } known && Listing.IsSame(found.User, user)
            ? known
            : await index.AddAsync(user, cancellationToken);
        var version = await tables.Users.TryUpdateAsync(
            UserMapping.ToEntity(user, listing, keys, change ?? found.Change), found.Version, CarriedChange.Property, cancellationToken);
        if (version is not null)
        {
            await ForgetAsync(found, listing, cancellationToken);
        }

        return version;
    }

    private async Task<FoundUser?> FindReadableAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(organisation, id, cancellationToken);
        }
        catch (CorruptEntityException)
        {
            return null; // How it was listed is not known; the search will drop those rows.
        }
    }

    private async Task ForgetAsync(FoundUser? before, string listing, CancellationToken cancellationToken)
    {
        if (before is { Listing: { } old } && old != listing)
        {
            await index.RemoveAsync(before.User, old, cancellationToken);
        }
    }

    private async Task<TableEntity?> GetAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Users.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return entity.HasValue ? entity.Value : null;
    }
}

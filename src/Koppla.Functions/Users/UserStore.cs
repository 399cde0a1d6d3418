using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>Users in the table <c>users</c>: one entity each, so that a change is whole or not at all.</summary>
internal sealed class UserStore(Tables tables)
{
    public async Task<Stored<User>?> ReadAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken) =>
        await GetAsync(organisation, id, cancellationToken) is { } entity
            ? new Stored<User>(UserMapping.FromEntity(organisation, id, entity), entity.ETag)
            : null;

    /// <summary>A user that is to be changed: with the keys of the latest changes.</summary>
    public async Task<FoundUser?> FindAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken) =>
        await GetAsync(organisation, id, cancellationToken) is { } entity
            ? new FoundUser(UserMapping.FromEntity(organisation, id, entity), entity.ETag, UserMapping.KeysOf(entity))
            : null;

    /// <summary>Writes a user whatever was there before.</summary>
    public Task WriteAsync(User user, CancellationToken cancellationToken) =>
        tables.Users.UpsertEntityAsync(UserMapping.ToEntity(user, []), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Changes a user that still is the version read.</summary>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public async Task<ETag?> TryChangeAsync(
        User user, ImmutableArray<RecentKey> keys, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await tables.Users.UpdateEntityAsync(
                UserMapping.ToEntity(user, keys), version, TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return null;
        }
    }

    private async Task<TableEntity?> GetAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Users.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return entity.HasValue ? entity.Value : null;
    }
}

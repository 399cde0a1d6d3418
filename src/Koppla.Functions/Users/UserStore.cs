using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>Users in the table <c>users</c>: one entity each, so that a change is whole or not at all.</summary>
internal sealed class UserStore(Tables tables)
{
    public async Task<Stored<User>?> ReadAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Users.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found }
            ? new Stored<User>(UserMapping.FromEntity(organisation, id, found), found.ETag)
            : null;
    }

    /// <summary>Writes a user whatever was there before.</summary>
    public Task WriteAsync(User user, CancellationToken cancellationToken) =>
        tables.Users.UpsertEntityAsync(UserMapping.ToEntity(user), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Changes a user that still is the version read.</summary>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public async Task<ETag?> TryChangeAsync(User user, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await tables.Users.UpdateEntityAsync(
                UserMapping.ToEntity(user), version, TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return null;
        }
    }
}

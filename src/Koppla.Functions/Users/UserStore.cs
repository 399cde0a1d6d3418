using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>Users in the table <c>users</c>.</summary>
internal sealed class UserStore(Tables tables)
{
    public async Task<User?> ReadAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        var entity = await tables.Users.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return entity.HasValue ? UserMapping.FromEntity(organisation, id, entity.Value!) : null;
    }

    public Task WriteAsync(User user, CancellationToken cancellationToken) =>
        tables.Users.UpsertEntityAsync(UserMapping.ToEntity(user), TableUpdateMode.Replace, cancellationToken);
}

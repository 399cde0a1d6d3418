using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>
/// Which calls a user is in: rows of the table <c>usercalls</c> that point to supervised calls. A row is written before the user
/// is in the call and removed after, and the call itself is asked whether it is true: so a crash leaves at most a row too many.
/// </summary>
internal sealed class OngoingCallIndex(Tables tables, SupervisedCallStore calls)
{
    /// <summary>Newest first, those of the last minutes included.</summary>
    public async Task<IReadOnlyList<SupervisedCall>> OfAsync(
        OrganisationId organisation, UserId user, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(organisation, user);
        var found = new List<SupervisedCall>();
        await foreach (var row in tables.UserCalls.QueryAsync<TableEntity>(
            each => each.PartitionKey == partition, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            switch (await calls.ReadAsync(row.RowKey, cancellationToken))
            {
                case { Value: var call } when call.IsOf(user):
                    found.Add(call);
                    break;
                case null:
                    await RemoveAsync(organisation, user, row.RowKey, cancellationToken);
                    break;
            }
        }

        return found;
    }

    /// <summary>Notes the users who come into a call, before they are in it.</summary>
    public async Task NoteAsync(SupervisedCall before, SupervisedCall after, CancellationToken cancellationToken)
    {
        foreach (var user in (UserId?[])[after.FirstUser, after.PartnerUser])
        {
            if (after.Facts.Organisation is { } organisation && user is { } comes && !before.IsOf(comes))
            {
                await AddAsync(organisation, comes, after.Facts.Id, cancellationToken);
            }
        }
    }

    /// <summary>Removes the rows of a call that is about to be removed.</summary>
    public async Task ForgetAsync(SupervisedCall call, CancellationToken cancellationToken)
    {
        if (call.Facts.Organisation is not { } organisation)
        {
            return;
        }

        foreach (var user in call.WithUsers().Users)
        {
            await RemoveAsync(organisation, user, call.Facts.Id, cancellationToken);
        }
    }

    private Task<Response> AddAsync(OrganisationId organisation, UserId user, string call, CancellationToken cancellationToken) =>
        tables.UserCalls.UpsertEntityAsync(
            new TableEntity(PartitionOf(organisation, user), call), TableUpdateMode.Replace, cancellationToken);

    private async Task RemoveAsync(OrganisationId organisation, UserId user, string call, CancellationToken cancellationToken)
    {
        try
        {
            await tables.UserCalls.DeleteEntityAsync(PartitionOf(organisation, user), call, ETag.All, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Somebody else has asked at the same moment.
        }
    }

    private static string PartitionOf(OrganisationId organisation, UserId user) => $"{organisation}_{user}";
}

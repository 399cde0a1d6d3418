using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>
/// Which calls a user is in, or has given away: rows of the table <c>usercalls</c> that point to supervised calls. A row is written
/// before the user is in the call and removed with it, and the call itself is asked whether it is true: so a crash leaves at most a
/// row too many.
/// </summary>
internal sealed class OngoingCallIndex(Tables tables, SupervisedCallStore calls)
{
    /// <summary>Calls read at the same time: somebody at a switchboard has many in ten minutes.</summary>
    private const int AtOnce = 16;

    /// <summary>Newest first, those of the last minutes included.</summary>
    public async Task<IReadOnlyList<SupervisedCall>> OfAsync(
        OrganisationId organisation, UserId user, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(organisation, user);
        var ids = new List<string>();
        await foreach (var row in tables.UserCalls.QueryAsync<TableEntity>(
            each => each.PartitionKey == partition, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            ids.Add(row.RowKey);
        }

        var found = new List<SupervisedCall>(ids.Count);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(id => OfAsync(organisation, user, id, cancellationToken)));
            found.AddRange(read.OfType<SupervisedCall>());
        }

        return found;
    }

    /// <returns>Null: the user is not in it.</returns>
    private async Task<SupervisedCall?> OfAsync(OrganisationId organisation, UserId user, string id, CancellationToken cancellationToken)
    {
        if (await calls.ReadAsync(id, cancellationToken) is { Value: var call })
        {
            return call.Viewers.Contains(user) ? call : null;
        }

        await RemoveAsync(organisation, user, id, cancellationToken);
        return null;
    }

    /// <summary>Notes the user who places a call that has just been claimed.</summary>
    public Task NoteAsync(SupervisedCall placed, CancellationToken cancellationToken) =>
        placed.Facts.Organisation is { } organisation && placed.FirstUser is { } user
            ? AddAsync(organisation, user, placed.Facts.Id, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Notes the users who come into a call, before they are in it. Whoever claimed it may have died before that note.</summary>
    public async Task NoteAsync(SupervisedCall before, SupervisedCall after, CancellationToken cancellationToken)
    {
        foreach (var user in (UserId?[])[after.FirstUser, after.PartnerUser])
        {
            if (after.Facts.Organisation is { } organisation && user is { } comes && (!before.IsOf(comes) || before.Phase == Phase.Placing))
            {
                await AddAsync(organisation, comes, after.Facts.Id, cancellationToken);
            }
        }
    }

    /// <summary>Removes the rows of a call that is about to be removed.</summary>
    public async Task ForgetAsync(SupervisedCall call, CancellationToken cancellationToken)
    {
        if (call.Facts.Organisation is { } organisation)
        {
            foreach (var user in call.WithUsers().Users)
            {
                await RemoveAsync(organisation, user, call.Facts.Id, cancellationToken);
            }
        }
    }

    private Task<Response> AddAsync(OrganisationId organisation, UserId user, string call, CancellationToken cancellationToken) =>
        tables.UserCalls.UpsertEntityAsync(
            new TableEntity(PartitionOf(organisation, user), call), TableUpdateMode.Replace, cancellationToken);

    private Task RemoveAsync(OrganisationId organisation, UserId user, string call, CancellationToken cancellationToken) =>
        tables.UserCalls.RemoveAsync(PartitionOf(organisation, user), call, cancellationToken);

    private static string PartitionOf(OrganisationId organisation, UserId user) => $"{organisation}_{user}";
}

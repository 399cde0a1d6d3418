using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using NodaTime;

namespace Koppla.Functions.Api.Idempotency;

/// <summary>
/// Which id the request with an <c>Idempotency-Key</c> has given to what it makes: rows of the table <c>requestkeys</c>. The way of a
/// request with a key: find the key, and answer with what has its id if that is there; check the request, so that a refused one leaves
/// its key free; claim the key; make the thing under the id of the claim, by an insert that only one can win.
/// </summary>
internal sealed class RequestKeys(Tables tables, IClock clock) : IRequestKeyRetention
{
    private const string Table = "requestkeys";
    private const string Id = "Id";
    private const string Request = "Request";
    private const string At = "At";

    /// <summary>How long a key is kept at the least.</summary>
    private static readonly Duration Kept = Duration.FromHours(24);

    /// <param name="request">Tells requests apart.</param>
    /// <returns>Null: the key is free.</returns>
    public async Task<KeyClaim?> FindAsync(Person person, string key, string request, CancellationToken cancellationToken)
    {
        var row = await tables.RequestKeys.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(person), RowOf(key), cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found }
            ? new KeyClaim(found.Text(Table, Id), IsNew: false, IsOfAnother: found.Text(Table, Request) != request)
            : null;
    }

    /// <summary>Gives a free key to a request. Of several at once one is new, and all get its id.</summary>
    /// <param name="newId">Of what is made, if the key is free; no other request may ask with it.</param>
    public async Task<KeyClaim> ClaimAsync(
        Person person, string key, string request, string newId, CancellationToken cancellationToken)
    {
        try
        {
            await tables.RequestKeys.AddEntityAsync(
                new TableEntity(PartitionOf(person), RowOf(key))
                {
                    [Id] = newId,
                    [Request] = request,
                    [At] = clock.GetCurrentInstant().ToDateTimeOffset(),
                },
                cancellationToken);
            return new KeyClaim(newId, IsNew: true, IsOfAnother: false);
        }
        catch (RequestFailedException claimed) when (claimed.Status == 409)
        {
            // The client tries again when an answer is lost: then the row that is there is our own.
            return await FindAsync(person, key, request, cancellationToken) is { } found
                ? found with { IsNew = found.Id == newId }
                : await ClaimAsync(person, key, request, newId, cancellationToken);
        }
    }

    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var old = EntityFilters.Before(At, clock.GetCurrentInstant() - Kept);
        await foreach (var row in tables.RequestKeys.QueryAsync<TableEntity>(
            old, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            await tables.RequestKeys.RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static string PartitionOf(Person person) => $"{person.Organisation}_{person.Id}";

    /// <summary>A key may hold what a key of storage may not.</summary>
    private static string RowOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Events that were given up: the table <c>deadletters</c>.</summary>
internal sealed class DeadLetters(Tables tables, IClock clock) : IDeadLetterRetention
{
    private const string Table = "deadletters";
    private const string Attempts = "Attempts";
    private const string Status = "Status";
    private const string Failure = "Failure";
    private const string DiedAt = "DiedAt";

    private static readonly Duration Kept = Duration.FromDays(30);

    private static readonly string[] Summary = [.. ChangeMapping.Summary, Attempts, Status, Failure, DiedAt];

    /// <summary>One that is there is replaced.</summary>
    public Task AddAsync(Change change, int attempts, DeliveryResult last, CancellationToken cancellationToken)
    {
        var row = ChangeMapping.ToRow(change, change.Id, withDocuments: true);
        row[Attempts] = attempts;
        row[Status] = last.Status;
        row[Failure] = last.Failure;
        row[DiedAt] = clock.GetCurrentInstant().ToDateTimeOffset();
        return tables.DeadLetters.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<DeadLetter?> FindAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        var row = await tables.DeadLetters.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), id, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found } ? FromRow(found) : null;
    }

    /// <summary>Without documents, the newest change first.</summary>
    /// <param name="after">The id of the last one of the page before; empty: the first page.</param>
    public IAsyncEnumerable<DeadLetter> ListAsync(OrganisationId organisation, string after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()} and RowKey gt {after}");
        return tables.DeadLetters.QueryAsync<TableEntity>(filter, limit, Summary, cancellationToken).Select(FromRow).Take(limit);
    }

    public Task RemoveAsync(Change change, CancellationToken cancellationToken) =>
        tables.DeadLetters.RemoveAsync(change.Organisation.ToString(), change.Id, cancellationToken);

    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var old = EntityFilters.Before(DiedAt, clock.GetCurrentInstant() - Kept);
        await foreach (var row in tables.DeadLetters.QueryAsync<TableEntity>(
            old, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            await tables.DeadLetters.RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static DeadLetter FromRow(TableEntity row) => new(
        ChangeMapping.FromRow(row),
        row.GetInt32(Attempts) ?? throw new CorruptEntityException(Table, Attempts),
        new DeliveryResult(row.GetInt32(Status), row.Text(Table, Failure)),
        Instant.FromDateTimeOffset(row.GetDateTimeOffset(DiedAt) ?? throw new CorruptEntityException(Table, DiedAt)));
}

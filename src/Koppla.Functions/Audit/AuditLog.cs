using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.Audit;

/// <summary>
/// What was changed, and what was refused: the table <c>audit</c>, a partition for each organisation. It is only added to. Every
/// change has a row by time, with its documents, and one by object and one by person without; the three come together or not at all.
/// </summary>
internal sealed class AuditLog(Tables tables)
{
    private const int RowsOfChange = 3;
    private const int MaxTransaction = 100;

    /// <summary>Adds changes of one organisation. One that is there already is left as it is.</summary>
    public async Task AppendAsync(IEnumerable<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var some in changes.Chunk(MaxTransaction / RowsOfChange))
        {
            await tables.Audit.SubmitTransactionAsync(
                some.SelectMany(RowsOf).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellationToken);
        }
    }

    public async Task<Change?> FindAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        var row = await tables.Audit.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), AuditKeys.ByTime + id, cancellationToken: cancellationToken);
        return row is { HasValue: true, Value: { } found } ? ChangeMapping.FromRow(found) : null;
    }

    /// <summary>Changes without their documents, the newest first.</summary>
    public IAsyncEnumerable<Change> ListAsync(OrganisationId organisation, AuditQuery query, CancellationToken cancellationToken) =>
        tables.Audit
            .QueryAsync<TableEntity>(query.FilterFor(organisation), query.PageSize, ChangeMapping.Summary, cancellationToken)
            .Select(ChangeMapping.FromRow);

    private static IEnumerable<TableEntity> RowsOf(Change change)
    {
        yield return ChangeMapping.ToRow(change, AuditKeys.ByTime + change.Id, withDocuments: true);
        yield return ChangeMapping.ToRow(change, AuditKeys.By(change.Object) + change.Id, withDocuments: false);
        yield return ChangeMapping.ToRow(change, AuditKeys.By(change.By.Person) + change.Id, withDocuments: false);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;
using NSubstitute;

namespace Koppla.Functions.Tests.Storage;

/// <summary>
/// Tables in memory behind substitutes of the client, for what calls do: point reads, inserts, changes under a version, and
/// questions by filter. It writes every operation to a log that others may write to as well, and fails as it is told.
/// </summary>
internal sealed class FakeStorage
{
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), TableEntity> rows = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly Lock writing = new();
    private int version;

    public FakeStorage()
    {
        Service = Substitute.For<TableServiceClient>();
        Service.GetTableClient(default).ReturnsForAnyArgs(call => CreateTable(call.Arg<string>()));
    }

    public TableServiceClient Service { get; }

    public IReadOnlyList<string> Log => [.. log];

    public IEnumerable<string> Reads => log.Where(line => line.StartsWith("read ", StringComparison.Ordinal));

    /// <summary>Runs before a read of a table; throws or waits to make it fail.</summary>
    public Func<string, CancellationToken, Task> BeforeRead { get; set; } = (_, _) => Task.CompletedTask;

    public Func<CancellationToken, Task> BeforeInsert { get; set; } = _ => Task.CompletedTask;

    /// <summary>Throws to lose the acknowledgement of an insert that was made.</summary>
    public Action AfterInsert { get; set; } = () => { };

    /// <summary>Runs before any operation, such as <c>update supervisedcalls</c>; throws to make it fail.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Throws to lose the answer to any operation.</summary>
    public Action<string> After { get; set; } = _ => { };

    public IEnumerable<TableEntity> In(string table) => rows.Where(row => row.Key.Table == table).Select(row => row.Value);

    public void Write(string line) => log.Enqueue(line);

    public void ClearLog() => log.Clear();

    public void Put(string table, TableEntity entity) => rows[(table, entity.PartitionKey, entity.RowKey)] = Versioned(entity);

    private TableClient CreateTable(string name)
    {
        var table = Substitute.For<TableClient>();
        table.GetEntityIfExistsAsync<TableEntity>(default!, default!, default, default).ReturnsForAnyArgs(
            call => ReadAsync(name, call.ArgAt<string>(0), call.ArgAt<string>(1), call.ArgAt<CancellationToken>(3)));
        table.AddEntityAsync(default(TableEntity)!, default).ReturnsForAnyArgs(
            call => InsertAsync(name, call.ArgAt<TableEntity>(0), call.ArgAt<CancellationToken>(1)));
        table.UpsertEntityAsync(default(TableEntity)!, default, default).ReturnsForAnyArgs(call =>
        {
            Begin($"upsert {name}");
            Put(name, call.ArgAt<TableEntity>(0));
            After($"upsert {name}");
            return Substitute.For<Response>();
        });
        table.SubmitTransactionAsync(default!, default).ReturnsForAnyArgs(
            call => Submit(name, call.ArgAt<IEnumerable<TableTransactionAction>>(0)));
        table.UpdateEntityAsync(default(TableEntity)!, default, default, default).ReturnsForAnyArgs(
            call => Update(name, call.ArgAt<TableEntity>(0), call.ArgAt<ETag>(1), call.ArgAt<TableUpdateMode>(2)));
        table.DeleteEntityAsync(default!, default!, default, default).ReturnsForAnyArgs(
            call => Delete(name, (name, call.ArgAt<string>(0), call.ArgAt<string>(1)), call.ArgAt<ETag>(2)));
        table.QueryAsync<TableEntity>(default(string)!, default, default, default).ReturnsForAnyArgs(
            call => AsyncPageable<TableEntity>.FromPages([Filtered(name, call.ArgAt<string>(0))]));
        table.QueryAsync(default(Expression<Func<TableEntity, bool>>)!, default, default, default).ReturnsForAnyArgs(
            call => Matching(name, call.ArgAt<Expression<Func<TableEntity, bool>>>(0).Compile()));
        return table;
    }

    private TableEntity Versioned(TableEntity entity) =>
        new(entity) { ETag = new ETag(Interlocked.Increment(ref version).ToString(CultureInfo.InvariantCulture)) };

    private async Task<NullableResponse<TableEntity>> ReadAsync(
        string table, string partition, string row, CancellationToken cancellationToken)
    {
        Begin($"read {table}");
        await BeforeRead(table, cancellationToken);
        NullableResponse<TableEntity> found = rows.TryGetValue((table, partition, row), out var entity)
            ? Response.FromValue(entity, Substitute.For<Response>())
            : new Absent();
        After($"read {table}");
        return found;
    }

    private async Task<Response> InsertAsync(string table, TableEntity entity, CancellationToken cancellationToken)
    {
        Begin($"insert {table}");
        await BeforeInsert(cancellationToken);
        var inserted = Versioned(entity);
        if (!rows.TryAdd((table, entity.PartitionKey, entity.RowKey), inserted))
        {
            throw new RequestFailedException(409, "It exists.", "EntityAlreadyExists", null);
        }

        AfterInsert();
        After($"insert {table}");
        return new Written(inserted.ETag);
    }

    /// <summary>Of transactions of which none is refused.</summary>
    private Response<IReadOnlyList<Response>> Submit(string table, IEnumerable<TableTransactionAction> actions)
    {
        Before($"transaction {table}");
        foreach (var action in actions)
        {
            var entity = (TableEntity)action.Entity;
            var key = (table, entity.PartitionKey, entity.RowKey);
            switch (action.ActionType)
            {
                case TableTransactionActionType.Delete:
                    Change(key, action.ETag, gone => rows.TryRemove(gone, out _));
                    break;
                case TableTransactionActionType.UpdateMerge:
                    Change(key, action.ETag, changed => rows[changed] = Merged(rows[changed], entity));
                    break;
                default:
                    Put(table, entity);
                    break;
            }
        }

        After($"transaction {table}");
        return Response.FromValue<IReadOnlyList<Response>>([], Substitute.For<Response>());
    }

    private Written Update(string table, TableEntity entity, ETag expected, TableUpdateMode mode)
    {
        Begin($"update {table}");
        var changed = Versioned(entity);
        Change(
            (table, entity.PartitionKey, entity.RowKey),
            expected,
            key => rows[key] = changed = mode == TableUpdateMode.Merge ? Merged(rows[key], entity) : changed);
        After($"update {table}");
        return new Written(changed.ETag);
    }

    private TableEntity Merged(TableEntity stored, TableEntity properties)
    {
        var merged = new TableEntity(stored);
        foreach (var (name, value) in properties)
        {
            merged[name] = value;
        }

        return Versioned(merged);
    }

    private Written Delete(string table, (string Table, string Partition, string Row) key, ETag expected)
    {
        Begin($"delete {table}");
        Change(key, expected, gone => rows.TryRemove(gone, out _));
        After($"delete {table}");
        return new Written(expected);
    }

    private void Change((string Table, string Partition, string Row) key, ETag expected, Action<(string Table, string Partition, string Row)> change)
    {
        lock (writing)
        {
            if (!rows.TryGetValue(key, out var stored))
            {
                throw new RequestFailedException(404, "It is not there.", "ResourceNotFound", null);
            }

            if (expected != ETag.All && stored.ETag != expected)
            {
                throw new RequestFailedException(412, "It has changed.", "UpdateConditionNotSatisfied", null);
            }

            change(key);
        }
    }

    private Page<TableEntity> Filtered(string table, string filter)
    {
        Begin($"query {table}");
        TableEntity[] found =
        [
            .. In(table)
                .Where(RowFilter.Of(filter))
                .OrderBy(row => row.PartitionKey, StringComparer.Ordinal)
                .ThenBy(row => row.RowKey, StringComparer.Ordinal),
        ];
        After($"query {table}");
        return Page<TableEntity>.FromValues(found, continuationToken: null, Substitute.For<Response>());
    }

    private AsyncPageable<TableEntity> Matching(string table, Func<TableEntity, bool> filter)
    {
        Begin($"query {table}");
        return AsyncPageable<TableEntity>.FromPages(
            [Page<TableEntity>.FromValues([.. In(table).Where(filter)], continuationToken: null, Substitute.For<Response>())]);
    }

    private void Begin(string operation)
    {
        Write(operation);
        Before(operation);
    }
}

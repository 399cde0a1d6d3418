using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using NSubstitute;

namespace Koppla.Functions.Tests.Storage;

/// <summary>
/// Tables in memory behind substitutes of the client, for what the call path does: point reads and inserts. It writes every
/// operation to a log that others may write to as well, and fails as it is told.
/// </summary>
internal sealed class FakeStorage
{
    private readonly ConcurrentDictionary<(string Table, string Partition, string Row), TableEntity> rows = new();
    private readonly ConcurrentQueue<string> log = new();

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

    public IEnumerable<TableEntity> In(string table) => rows.Where(row => row.Key.Table == table).Select(row => row.Value);

    public void Write(string line) => log.Enqueue(line);

    public void ClearLog() => log.Clear();

    public void Put(string table, TableEntity entity) => rows[(table, entity.PartitionKey, entity.RowKey)] = entity;

    private TableClient CreateTable(string name)
    {
        var table = Substitute.For<TableClient>();
        table.GetEntityIfExistsAsync<TableEntity>(default!, default!, default, default).ReturnsForAnyArgs(
            call => ReadAsync(name, call.ArgAt<string>(0), call.ArgAt<string>(1), call.ArgAt<CancellationToken>(3)));
        table.AddEntityAsync(default(TableEntity)!, default).ReturnsForAnyArgs(
            call => InsertAsync(name, call.ArgAt<TableEntity>(0), call.ArgAt<CancellationToken>(1)));
        table.UpsertEntityAsync(default(TableEntity)!, default, default).ReturnsForAnyArgs(call =>
        {
            Put(name, call.ArgAt<TableEntity>(0));
            return Substitute.For<Response>();
        });
        return table;
    }

    private async Task<NullableResponse<TableEntity>> ReadAsync(
        string table, string partition, string row, CancellationToken cancellationToken)
    {
        Write($"read {table}");
        await BeforeRead(table, cancellationToken);
        return rows.TryGetValue((table, partition, row), out var entity)
            ? Response.FromValue(entity, Substitute.For<Response>())
            : new Absent();
    }

    private async Task<Response> InsertAsync(string table, TableEntity entity, CancellationToken cancellationToken)
    {
        Write($"insert {table}");
        await BeforeInsert(cancellationToken);
        if (!rows.TryAdd((table, entity.PartitionKey, entity.RowKey), entity))
        {
            throw new RequestFailedException(409, "It exists.", "EntityAlreadyExists", null);
        }

        AfterInsert();
        return Substitute.For<Response>();
    }
}

using System.Globalization;
using System.Linq.Expressions;
using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Tests.Storage;

namespace Koppla.Concurrency.Tests;

/// <summary>A table in memory, with versions. Before each operation, and before its answer, others may go on.</summary>
internal sealed class MemoryTable(bool checksVersions, Others others) : TableClient
{
    private readonly Dictionary<(string Partition, string Row), TableEntity> rows = [];
    private int version;

    public IEnumerable<TableEntity> Rows => rows.Values;

    public void Put(TableEntity entity) => rows[KeyOf(entity)] = Versioned(entity);

    public bool Has(string partition, string row) => rows.ContainsKey((partition, row));

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        await others.GoOnAsync();
        var found = rows.TryGetValue((partitionKey, rowKey), out var entity) ? new TableEntity(entity) { ETag = entity.ETag } : null;
        await others.GoOnAsync();
        return new Found<T>((T?)(object?)found);
    }

    public override async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        await others.GoOnAsync();
        var added = Versioned((TableEntity)(object)entity);
        if (!rows.TryAdd(KeyOf(added), added))
        {
            throw new RequestFailedException(409, "It exists.");
        }

        await others.GoOnAsync();
        return new Written(added.ETag);
    }

    public override async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        await others.GoOnAsync();
        var put = Versioned((TableEntity)(object)entity);
        rows[KeyOf(put)] = put;
        await others.GoOnAsync();
        return new Written(put.ETag);
    }

    public override async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        await others.GoOnAsync();
        var changed = Versioned((TableEntity)(object)entity);
        Check(KeyOf(changed), ifMatch);
        rows[KeyOf(changed)] = changed;
        await others.GoOnAsync();
        return new Written(changed.ETag);
    }

    public override async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        await others.GoOnAsync();
        Check((partitionKey, rowKey), ifMatch);
        rows.Remove((partitionKey, rowKey));
        await others.GoOnAsync();
        return new Written(ifMatch);
    }

    /// <summary>Whatever the filter: there is one call.</summary>
    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        AsyncPageable<T>.FromPages([Page<T>.FromValues([.. rows.Values.Cast<T>()], null, new Written(default))]);

    public override AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        AsyncPageable<T>.FromPages([Page<T>.FromValues([.. rows.Values.Cast<T>().Where(filter.Compile())], null, new Written(default))]);

    private static (string Partition, string Row) KeyOf(TableEntity entity) => (entity.PartitionKey, entity.RowKey);

    private void Check((string Partition, string Row) key, ETag expected)
    {
        if (!rows.TryGetValue(key, out var stored))
        {
            throw new RequestFailedException(404, "It is not there.");
        }

        if (checksVersions && expected != ETag.All && stored.ETag != expected)
        {
            throw new RequestFailedException(412, "It has changed.");
        }
    }

    private TableEntity Versioned(TableEntity entity) =>
        new(entity) { ETag = new ETag((++version).ToString(CultureInfo.InvariantCulture)) };
}

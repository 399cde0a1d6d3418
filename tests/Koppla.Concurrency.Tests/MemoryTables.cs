using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Koppla.Concurrency.Tests;

/// <summary>Tables in memory.</summary>
/// <param name="checksVersions">False: a change goes through whatever the version, as if there were no ETags.</param>
internal sealed class MemoryTables(bool checksVersions = true) : TableServiceClient
{
    private readonly ConcurrentDictionary<string, MemoryTable> tables = new(StringComparer.Ordinal);

    /// <summary>Who goes on while a table works.</summary>
    public Others Others { get; } = new();

    public override TableClient GetTableClient(string tableName) => Table(tableName);

    public MemoryTable Table(string name) => tables.GetOrAdd(name, _ => new MemoryTable(checksVersions, Others));
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Calls.Tables;

/// <summary>
/// As much of the table protocol as calls and their data need: write and read one entity, insert one, create a table. A query finds
/// nothing. Of inserted entities only supervised calls are read again, so only they are kept, and only the latest; signatures and
/// versions are not checked.
/// </summary>
internal sealed class FakeTables : IAsyncDisposable
{
    // The app's, and the floor's of nearly the same name.
    private const string SupervisedTable = "supervisedcalls";
    private const string Version = "W/\"datetime'2026-11-03T13%3A10%3A00.0000000Z'\"";

    // What the service adds to an entity, before the members that the client wrote.
    private static readonly byte[] ServiceMembers = Encoding.UTF8.GetBytes(
        $$"""{"odata.etag":"{{Version.Replace("\"", "\\\"", StringComparison.Ordinal)}}","Timestamp":"2026-11-03T13:10:00.0000000Z",""");

    /// <summary>Many more supervised calls than there are at a time.</summary>
    private const int KeptCalls = 4096;

    private readonly ConcurrentDictionary<string, byte[]> entities = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> calls = new();
    private LoopbackServer? server;

    private FakeTables()
    {
    }

    public string ConnectionString => BenchmarkTables.ConnectionStringOf(server!);

    public static async Task<FakeTables> StartAsync(CancellationToken cancellation)
    {
        var tables = new FakeTables();
        tables.server = await LoopbackServer.StartAsync(tables.AnswerAsync, cancellation);
        return tables;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => http.Request.Method switch
    {
        "GET" => ReadAsync(http),
        "PUT" => WriteAsync(http),
        "POST" => InsertAsync(http),
        _ => Task.FromResult(http.Response.StatusCode = StatusCodes.Status501NotImplemented),
    };

    private Task ReadAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";
        if (http.Request.Path.Value!.EndsWith("()", StringComparison.Ordinal))
        {
            return AnswerAsync(http, StatusCodes.Status200OK, NothingFound);
        }

        if (entities.TryGetValue(http.Request.Path, out var entity))
        {
            return AnswerAsync(http, StatusCodes.Status200OK, entity);
        }

        return AnswerAsync(http, StatusCodes.Status404NotFound, NotFound);
    }

    private async Task WriteAsync(HttpContext http)
    {
        entities[http.Request.Path.Value!] = await EntityAsync(http);
        http.Response.Headers.ETag = Version;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task InsertAsync(HttpContext http)
    {
        var entity = await EntityAsync(http);
        if (http.Request.Path.Value!.EndsWith(SupervisedTable, StringComparison.OrdinalIgnoreCase))
        {
            Keep(http.Request.Path, entity);
        }

        http.Response.Headers.ETag = Version;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<byte[]> EntityAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await body.WriteAsync(ServiceMembers, http.RequestAborted);
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var entity = body.ToArray();
        entity[ServiceMembers.Length] = (byte)' '; // the client's own opening brace
        return entity;
    }

    private void Keep(string table, byte[] entity)
    {
        using var members = JsonDocument.Parse(entity);
        var (partition, row) = (members.RootElement.GetProperty("PartitionKey"), members.RootElement.GetProperty("RowKey"));
        var path = $"{table}(PartitionKey='{partition}',RowKey='{row}')";
        entities[path] = entity;
        calls.Enqueue(path);
        if (calls.Count > KeptCalls && calls.TryDequeue(out var oldest))
        {
            entities.TryRemove(oldest, out _);
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static readonly byte[] NothingFound = """{"value":[]}"""u8.ToArray();

    private static readonly byte[] NotFound =
        """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en-US","value":"The specified resource does not exist."}}}"""u8.ToArray();
}

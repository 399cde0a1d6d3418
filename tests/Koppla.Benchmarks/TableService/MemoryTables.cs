using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Benchmarks.Calls.Tables;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.TableService;

/// <summary>
/// The table protocol, as far as the app uses it, over tables in memory that find a range as the service does. Azurite looks at every
/// row of a partition, for a point read too, so that it tells nothing of large ones. Signatures and versions are not checked.
/// </summary>
internal sealed class MemoryTables : IAsyncDisposable
{
    private const int RowsOfPage = 1000;

    private readonly ConcurrentDictionary<string, StoredTable> tables = new(StringComparer.OrdinalIgnoreCase);
    private long requests;
    private LoopbackServer? server;

    private MemoryTables()
    {
    }

    public string ConnectionString => BenchmarkTables.ConnectionStringOf(server!);

    /// <summary>How many have been answered.</summary>
    public long Requests => Interlocked.Read(ref requests);

    public static async Task<MemoryTables> StartAsync(CancellationToken cancellation)
    {
        var service = new MemoryTables();
        service.server = await LoopbackServer.StartAsync(service.AnswerAsync, cancellation);
        return service;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    /// <summary>Puts an entity of strings in, without a request.</summary>
    public void Put(string table, TableEntity entity)
    {
        var members = entity.Where(member => member.Value is string).ToDictionary(StringComparer.Ordinal);
        var key = new EntityKey(entity.PartitionKey, entity.RowKey);
        var stored = StoredEntity.Of(key, JsonSerializer.SerializeToElement(members));
        TableOf(table).Apply([new TableChange(table, key, stored, IsInsert: false, IsMerge: false, null)]);
    }

    private StoredTable TableOf(string name) => tables.GetOrAdd(name, _ => new StoredTable());

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        var resource = http.Request.Path.Value![(BenchmarkTables.Account.Length + 2)..];
        try
        {
            await (resource switch
            {
                "$batch" => ChangeAllAsync(http),
                "Tables" => AnswerAsync(http, StatusCodes.Status204NoContent),
                _ when HttpMethods.IsGet(http.Request.Method) => ReadAsync(http, resource),
                _ => ChangeAsync(http, resource),
            });
        }
        catch (TableFailure failure)
        {
            await AnswerAsync(http, failure.Status, Encoding.UTF8.GetBytes(failure.ToJson()));
        }
    }

    private async Task ReadAsync(HttpContext http, string resource)
    {
        var (name, key) = EntityPath.Parse(resource);
        var table = TableOf(name);
        var select = http.Request.Query["$select"].ToString();
        var chosen = select.Length == 0 ? null : select.Split(',').ToHashSet(StringComparer.Ordinal);
        if (key is { } one)
        {
            StoredEntity? found;
            lock (table)
            {
                found = table.Find(one);
            }

            await AnswerAsync(http, StatusCodes.Status200OK, Written(json => (found ?? throw TableFailure.NotFound()).Write(json, chosen)), found!.ETag);
            return;
        }

        var page = Query(http.Request.Query, table);
        if (page.Next is { } next)
        {
            http.Response.Headers["x-ms-continuation-NextPartitionKey"] = Uri.EscapeDataString(next.Partition);
            http.Response.Headers["x-ms-continuation-NextRowKey"] = Uri.EscapeDataString(next.Row);
        }

        await AnswerAsync(http, StatusCodes.Status200OK, Written(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            foreach (var entity in page.Found)
            {
                entity.Write(json, chosen);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    private static (IReadOnlyList<StoredEntity> Found, EntityKey? Next) Query(IQueryCollection query, StoredTable table)
    {
        var filter = TableFilter.Parse(query["$filter"].ToString());
        var most = int.TryParse(query["$top"], CultureInfo.InvariantCulture, out var top) ? Math.Min(top, RowsOfPage) : RowsOfPage;
        var from = new EntityKey(Uri.UnescapeDataString(query["NextPartitionKey"].ToString()), Uri.UnescapeDataString(query["NextRowKey"].ToString()));
        lock (table)
        {
            return table.Query(filter, from, most);
        }
    }

    private async Task ChangeAsync(HttpContext http, string resource)
    {
        var (ifMatch, body) = (http.Request.Headers.IfMatch.ToString(), await BodyAsync(http.Request));
        var change = TableChange.Of(http.Request.Method, resource, ifMatch.Length == 0 ? null : ifMatch, body);
        await AnswerAsync(http, StatusCodes.Status204NoContent, version: Apply([change])[0]);
    }

    private async Task ChangeAllAsync(HttpContext http)
    {
        var changes = await ChangeSet.ReadAsync(http.Request, http.RequestAborted);
        http.Response.ContentType = ChangeSet.ContentType;
        await AnswerAsync(http, StatusCodes.Status202Accepted, ApplyTogether(changes));
    }

    private byte[] ApplyTogether(IReadOnlyList<TableChange> changes)
    {
        try
        {
            return ChangeSet.Done(Apply(changes));
        }
        catch (TableFailure failure)
        {
            return ChangeSet.Refused(failure);
        }
    }

    private IReadOnlyList<string?> Apply(IReadOnlyList<TableChange> changes)
    {
        var table = TableOf(changes[0].Table);
        lock (table)
        {
            return table.Apply(changes);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            write(json);
        }

        return body.ToArray();
    }

    private static Task AnswerAsync(HttpContext http, int status, byte[]? body = null, string? version = null)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.ETag = version;
        if (body is null)
        {
            return Task.CompletedTask;
        }

        http.Response.ContentType ??= "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}

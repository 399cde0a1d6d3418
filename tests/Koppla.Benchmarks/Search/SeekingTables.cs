using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Storage;
using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Search;

/// <summary>
/// As much of the table protocol as searches need, over people who are put in beforehand. Rows are kept in the order of their keys and
/// a range is found by halving, as the service does and Azurite does not. What is not there is not found; writing does nothing.
/// </summary>
internal sealed partial class SeekingTables : IAsyncDisposable
{
    private const string Account = "benchmark";

    private readonly Dictionary<string, byte[]> entities = new(StringComparer.Ordinal);
    private readonly List<(string Key, byte[] Json)> rows = [];
    private LoopbackServer? server;

    private SeekingTables()
    {
    }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Convert.ToBase64String(new byte[64])};TableEndpoint={server!.BaseAddress}{Account};";

    public int Rows => rows.Count;

    /// <param name="tables">Names the tables; nothing is sent.</param>
    public static async Task<SeekingTables> StartAsync(
        Tables tables, IEnumerable<TableEntity> users, IEnumerable<TableEntity> index, CancellationToken cancellation)
    {
        var seeking = new SeekingTables();
        foreach (var user in users)
        {
            seeking.entities[$"/{Account}/{tables.Users.Name}(PartitionKey='{user.PartitionKey}',RowKey='{user.RowKey}')"] = EntityJson.Of(user);
        }

        seeking.rows.AddRange(index.Select(row => (row.RowKey, EntityJson.Of(row))));
        seeking.rows.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        seeking.server = await LoopbackServer.StartAsync(http => seeking.AnswerAsync(http, tables.ColleagueIndex.Name), cancellation);
        return seeking;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Task AnswerAsync(HttpContext http, string index)
    {
        var path = http.Request.Path.Value!;
        http.Response.ContentType = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        if (path == $"/{Account}/{index}()")
        {
            return AnswerAsync(http, StatusCodes.Status200OK, RangeOf(http.Request.Query["$filter"].ToString()));
        }

        if (path.EndsWith("()", StringComparison.Ordinal))
        {
            return AnswerAsync(http, StatusCodes.Status200OK, """{"value":[]}"""u8.ToArray());
        }

        return entities.TryGetValue(path, out var entity)
            ? AnswerAsync(http, StatusCodes.Status200OK, entity)
            : AnswerAsync(http, StatusCodes.Status404NotFound, """{"odata.error":{"code":"ResourceNotFound"}}"""u8.ToArray());
    }

    private byte[] RangeOf(string filter)
    {
        using var body = new MemoryStream();
        body.Write("{\"value\":["u8);
        var begins = Math.Max(Seek(Bound(filter, "ge"), isPast: false), Seek(Bound(filter, "gt"), isPast: true));
        var ends = Math.Min(Seek(Bound(filter, "lt"), isPast: false), begins + ColleagueIndex.MaxRows);
        for (var row = begins; row < ends; row++)
        {
            body.Write(row == begins ? ""u8 : ","u8);
            body.Write(rows[row].Json);
        }

        body.Write("]}"u8);
        return body.ToArray();
    }

    /// <summary>The number of rows before a key, or before what is past it.</summary>
    private int Seek(string key, bool isPast)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(rows[middle].Key, key);
            (low, high) = order < 0 || (isPast && order == 0) ? (middle + 1, high) : (low, middle);
        }

        return key.Length == 0 ? 0 : low;
    }

    private static string Bound(string filter, string comparison) => Bounds().Matches(filter)
        .FirstOrDefault(bound => bound.Groups["how"].Value == comparison)?.Groups["key"].Value.Replace("''", "'", StringComparison.Ordinal) ?? "";

    [GeneratedRegex("RowKey (?<how>ge|gt|lt) '(?<key>([^']|'')*)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bounds();

    private static Task AnswerAsync(HttpContext http, int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}

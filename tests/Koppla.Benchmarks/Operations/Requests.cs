using Microsoft.AspNetCore.Http;

namespace Koppla.Benchmarks.Operations;

/// <summary>What a request is, by its method and path.</summary>
internal static class Requests
{
    /// <summary>A request of the table protocol: <c>/account/table(PartitionKey='',RowKey='')</c>, <c>/account/table()</c> or <c>/account/table</c>.</summary>
    public static CountedRequest OfTables(HttpRequest request)
    {
        var path = request.Path.Value!;
        var entity = path[(path.LastIndexOf('/') + 1)..];
        var keys = entity.IndexOf('(', StringComparison.Ordinal);
        return new CountedRequest(KindOf(request.Method, entity), keys < 0 ? entity : entity[..keys]);
    }

    /// <summary>Null: a look at a call, which changes nothing.</summary>
    public static CountedRequest? OfProvider(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? null : new CountedRequest(RequestKind.Command, null);

    private static RequestKind KindOf(string method, string entity) => method switch
    {
        "GET" when entity.Contains("PartitionKey=", StringComparison.Ordinal) => RequestKind.Read,
        "GET" => RequestKind.Query,
        "POST" => RequestKind.Insert,
        "DELETE" => RequestKind.Delete,
        _ => RequestKind.Update,
    };
}

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>Binding data of a request: <c>Headers</c> and <c>Query</c> as JSON objects, and every query value by its name.</summary>
internal static class HttpBindingData
{
    public static Dictionary<string, object?> Of(HttpRequest request, IEnumerable<KeyValuePair<string, StringValues>> forwarded)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
        {
            data[name] = value.ToString();
        }

        data["Headers"] = Json(request.Headers.Concat(forwarded));
        data["Query"] = Json(request.Query);
        return data;
    }

    private static string Json(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in pairs)
            {
                json.WriteString(name, value.ToString());
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Standins.FunctionsWorker.EventGrid;

internal static class EventGridBody
{
    /// <summary>
    /// The events of a delivery: an array of objects, or one object. Null if the request is not JSON, by its content type or its
    /// content, or is too large to be read; all of these the host answers with 500.
    /// </summary>
    public static async Task<JsonElement[]?> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            var root = body.RootElement.Clone();
            JsonElement[] events = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
            return Array.TrueForAll(events, one => one.ValueKind == JsonValueKind.Object) ? events : null;
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}

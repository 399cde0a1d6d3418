using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Standins.FunctionsWorker.EventGrid;

/// <summary>The handshake of the Event Grid schema: the code that was sent is sent back, and no function runs.</summary>
internal static class EventGridValidation
{
    public static async Task AnswerAsync(HttpContext http)
    {
        if (await EventGridBody.ReadAsync(http.Request) is not [var first, ..] || CodeOf(first) is not { } code)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync($$"""{"validationResponse":"{{JsonEncodedText.Encode(code)}}"}""", http.RequestAborted);
    }

    private static string? CodeOf(JsonElement validation) =>
        validation.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("validationCode", out var code)
        && code.ValueKind == JsonValueKind.String
            ? code.GetString()
            : null;
}

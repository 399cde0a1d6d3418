using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.IncomingCalls;

/// <summary>How Event Grid makes sure that an endpoint wants its events: one way for each schema.</summary>
internal static class EventGridHandshake
{
    private const string Origin = "eventgrid.azure.net";

    public static bool IsValidation(HttpRequest request) =>
        request.Headers["aeg-event-type"] == "SubscriptionValidation";

    /// <summary>CloudEvents: the abuse protection of the HTTP webhook specification.</summary>
    public static void AnswerOptions(HttpRequest request)
    {
        var response = request.HttpContext.Response;
        if (request.Headers["WebHook-Request-Origin"] != Origin)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        response.Headers["WebHook-Allowed-Origin"] = Origin;
        if (request.Headers["WebHook-Request-Rate"] is [{ } rate])
        {
            response.Headers["WebHook-Allowed-Rate"] = rate;
        }
    }

    /// <summary>Event Grid schema: the code of the validation event is sent back.</summary>
    public static Task AnswerValidationAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        if (EventEnvelope.Parse(body) is not [{ Data: var data }] ||
            data.ValueKind != JsonValueKind.Object ||
            !data.TryGetProperty("validationCode", out var code) ||
            !TryRead(code, out var text))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return response.WriteAsJsonAsync(
            new ValidationAnswer(text), EventJson.Default.ValidationAnswer);
    }

    private static bool TryRead(JsonElement code, out string text)
    {
        try
        {
            text = code.ValueKind == JsonValueKind.String ? code.GetString()! : string.Empty;
        }
        catch (InvalidOperationException)
        {
            text = string.Empty; // an unpaired surrogate
        }

        return text.Length > 0;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Simulator.Control;

/// <summary>Reading and answering requests of the control API.</summary>
internal static class ControlAnswers
{
    public static string Segment(this HttpContext http, string name) => (string)http.GetRouteValue(name)!;

    /// <summary>Takes the step with the body, or answers 400.</summary>
    public static async Task ReadAsync<T>(this HttpContext http, JsonTypeInfo<T> type, Func<T, Task> step)
        where T : class
    {
        T? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (JsonException exception)
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, exception.Message);
            return;
        }

        await (body is null ? http.RefuseAsync(StatusCodes.Status400BadRequest, "The body is empty.") : step(body));
    }

    public static Task RefuseAsync(this HttpContext http, int status, string error) =>
        http.WriteAsync(status, new Problem(error), ControlJson.Lines.Problem);

    public static Task NoContentAsync(this HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task WriteAsync<T>(this HttpContext http, int status, T value, JsonTypeInfo<T> type)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(value, type, "application/json; charset=utf-8", http.RequestAborted);
    }
}

using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>
/// The body of a request, read strictly: unknown and repeated members, wrong types and anything after the value are refused,
/// and the refusal names the member.
/// </summary>
internal sealed class JsonBody<T> : IRequestPart, IRequestBody
    where T : class
{
    private readonly T? value;

    private JsonBody(T? value, Problem? problem)
    {
        this.value = value;
        Problem = problem;
    }

    public Problem? Problem { get; }

    /// <summary>Endpoints run only when there is no problem; see <see cref="RequestFilter"/>.</summary>
    public T Value => value ?? throw new InvalidOperationException("The body has a problem.");

    public static ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) => ReadAsync(context);

    public static async ValueTask<JsonBody<T>?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Refused(new Problem(
                StatusCodes.Status415UnsupportedMediaType, "body-not-json", "Send the body as application/json."));
        }

        try
        {
            var read = await JsonSerializer.DeserializeAsync(
                context.Request.Body, ApiJson.Default.GetTypeInfo(typeof(T))!, context.RequestAborted);
            return read is T body ? new JsonBody<T>(body, null) : Refused(Problems.Body("The body must be a JSON object."));
        }
        catch (JsonException malformed)
        {
            return Refused(JsonProblem.Of(malformed));
        }
    }

    public string? ToJson() => value is null ? null : JsonSerializer.Serialize(value, ApiJson.Default.GetTypeInfo(typeof(T))!);

    private static JsonBody<T> Refused(Problem problem) => new(null, problem);
}

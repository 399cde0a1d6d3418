using System.Reflection;
using System.Text.Json;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koppla.Functions.Api;

/// <summary>
/// The body of a request, read strictly: unknown and repeated members, wrong types and anything after the value are refused,
/// and the refusal names the member.
/// </summary>
internal sealed class JsonBody<T> : IRequestPart, IRequestBody, IEndpointParameterMetadataProvider
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

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakesBody(typeof(T)));
        builder.Fails(StatusCodes.Status400BadRequest, "body-not-valid");
        builder.Fails(StatusCodes.Status408RequestTimeout, Problems.BodyTooSlow.Name);
        builder.Fails(StatusCodes.Status413PayloadTooLarge, "payload-too-large");
        builder.Fails(StatusCodes.Status415UnsupportedMediaType, Problems.BodyNotJson.Name);
    }

    public static ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) => ReadAsync(context);

    public static async ValueTask<JsonBody<T>?> ReadAsync(HttpContext context) => context.Request.HasJsonContentType()
        ? await BodyTime.LimitAsync(context, ReadAsync, Refused)
        : Refused(Problems.BodyNotJson);

    public string? ToJson() => value is null
        ? null
        : JsonSerializer.Serialize(value is IHasSecrets<T> full ? full.WithoutSecrets() : value, ApiJson.Default.GetTypeInfo(typeof(T))!);

    private static async Task<JsonBody<T>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            var read = await JsonSerializer.DeserializeAsync(body, ApiJson.Default.GetTypeInfo(typeof(T))!, cancellationToken);
            return read is T value ? new JsonBody<T>(value, null) : Refused(Problems.Body("The body must be a JSON object."));
        }
        catch (JsonException malformed)
        {
            return Refused(JsonProblem.Of(malformed));
        }
    }

    private static JsonBody<T> Refused(Problem problem) => new(null, problem);
}

using System.Reflection;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koppla.Functions.Api.Idempotency;

/// <summary>The header <c>Idempotency-Key</c> of a request: the same key asks for the same thing once more, and not for another.</summary>
internal sealed class IdempotencyKey : IRequestPart, IEndpointParameterMetadataProvider
{
    private const string Header = "Idempotency-Key";
    private const int MaxLength = 64;

    private static readonly RequestParameter Parameter = RequestParameter.Header(
        Header, $"1 to {MaxLength} visible ASCII characters. The same key makes the request safe to send again.");

    private IdempotencyKey(string? value, Problem? problem) => (Value, Problem) = (value, problem);

    public Problem? Problem { get; }

    /// <summary>Null: the request has none.</summary>
    public string? Value { get; }

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context) => ValueTask.FromResult<IdempotencyKey?>(Of(context.Request));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => PopulateMetadata(builder);

    public static void PopulateMetadata(EndpointBuilder builder)
    {
        builder.Reads(Parameter);
        builder.Fails(StatusCodes.Status400BadRequest, IdempotencyProblems.KeyNotValid.Name);
        builder.Fails(StatusCodes.Status422UnprocessableEntity, IdempotencyProblems.KeyOfAnother.Name);
    }

    public static IdempotencyKey Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var key))
        {
            return new(null, null);
        }

        return key is [{ Length: > 0 and <= MaxLength } text] && text.All(letter => letter is > ' ' and <= '~')
            ? new(text, null)
            : new(null, IdempotencyProblems.KeyNotValid);
    }
}

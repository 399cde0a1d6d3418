using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Koppla.Simulator.Rest;

/// <summary>An operation with a JSON body.</summary>
internal abstract class BodyOperation<TRequest>(JsonTypeInfo<TRequest> type) : Operation
    where TRequest : class
{
    public sealed override Reply Execute(Command command)
    {
        try
        {
            return JsonSerializer.Deserialize(command.Body.Span, type) is { } request
                ? Execute(command, request)
                : Refusals.Invalid("The body is empty.");
        }
        catch (JsonException exception)
        {
            return Refusals.Invalid($"The body is not valid: {exception.Message}");
        }
    }

    protected abstract Reply Execute(Command command, TRequest request);
}

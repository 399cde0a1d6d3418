using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Koppla.Cli.Api;

/// <summary>What the API answered when it did what it was asked for.</summary>
/// <param name="Text">The body as it came.</param>
/// <param name="Version">The entity tag, if there is one.</param>
internal sealed record Answer(int Status, string Text, string? Version)
{
    public (T? Value, Failure? Failure) Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Text, type) is { } value ? (value, null) : (default, Failure.NotUnderstood(Status));
        }
        catch (JsonException)
        {
            return (default, Failure.NotUnderstood(Status));
        }
    }
}

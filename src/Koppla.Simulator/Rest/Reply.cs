using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Koppla.Simulator.Rest;

/// <summary>The answer to a command: status and JSON body, if any.</summary>
internal sealed record Reply(int Status, byte[]? Body = null)
{
    public static Reply NoContent { get; } = new(204);

    public static Reply Accepted { get; } = new(202);

    public static Reply Done { get; } = new(200);

    public static Reply Of<T>(int status, T value, JsonTypeInfo<T> type) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, type));
}

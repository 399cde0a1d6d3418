using System.Text.Json;

namespace Azure.Communication.CallAutomation;

/// <summary>How responses and events are read: an optional member that is missing, null or of another type is <c>null</c>.</summary>
internal static class ResponseJson
{
    /// <summary>A body read by <paramref name="read"/>, together with the response it came in.</summary>
    public static Response<T> Read<T>(this Response response, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return Response.FromValue(read(document.RootElement), response);
    }

    public static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Object ? member : null;

    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;

    public static int? Number(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Number && member.TryGetInt32(out var number) ? number : null;

    public static bool? Flag(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : null;

    /// <exception cref="JsonException">The member is missing.</exception>
    public static string Required(this JsonElement json, string name) => json.Text(name) ?? throw Missing(name);

    /// <summary>The elements of an array; none when it is missing.</summary>
    public static IReadOnlyList<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var array) && array.ValueKind is JsonValueKind.Array ? [.. array.EnumerateArray().Select(read)] : [];

    public static IReadOnlyList<CallParticipant> Participants(this JsonElement json, string name) => json.List(name, CallParticipant.Read);

    public static PhoneNumberIdentifier? CallerId(this JsonElement json, string name) =>
        json.Member(name)?.Text("value") is { Length: > 0 } number ? new PhoneNumberIdentifier(number) : null;

    public static JsonException Missing(string name) => new($"The response has no '{name}'.");
}

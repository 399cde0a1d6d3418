using System.Text.Json;

namespace Koppla.Functions.Api;

/// <summary>Says what is wrong with a JSON body in words of ours, for the serializer's name our types.</summary>
internal static class JsonProblem
{
    public static Problem Of(JsonException malformed)
    {
        // "$.destination" names a member; "$" or nothing means the document as a whole.
        var field = malformed.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
        return field is null
            ? Problems.Body("The body is not the JSON object that is expected here.")
            : Problems.Body("This member is unknown, repeated or of the wrong type.", field);
    }
}

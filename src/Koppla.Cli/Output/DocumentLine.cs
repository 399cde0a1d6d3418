using System.Text.Json;

namespace Koppla.Cli.Output;

/// <summary>A member of a document, with its way from the top: <c>externalForwards.setBy</c>.</summary>
internal readonly record struct DocumentLine(string Path, string Text)
{
    /// <summary>All members that have no members of their own. A list of words or numbers is one.</summary>
    public static IEnumerable<DocumentLine> Of(JsonElement document, string path = "") => document.ValueKind switch
    {
        JsonValueKind.Object => document.EnumerateObject()
            .SelectMany(member => Of(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array when document.EnumerateArray().Any(IsNested) => document.EnumerateArray()
            .SelectMany((item, i) => Of(item, $"{path}[{i}]")),
        JsonValueKind.Array => [new(path, string.Join(", ", document.EnumerateArray().Select(item => item.ToString())))],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.True or JsonValueKind.False => [new(path, document.GetRawText())],
        _ => [new(path, document.ToString())],
    };

    private static bool IsNested(JsonElement item) => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
}

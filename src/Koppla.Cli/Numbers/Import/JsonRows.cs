using System.Text.Json;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;

namespace Koppla.Cli.Numbers.Import;

/// <summary>Reads a JSON list of rows, or a document whose <c>rows</c> are one, as the API takes it.</summary>
internal static class JsonRows
{
    public static (IReadOnlyList<ImportRow> Rows, Failure? Failure) Read(string text)
    {
        try
        {
            var document = JsonNode.Parse(text);
            return ((document as JsonObject)?["rows"] ?? document) is JsonArray list
                ? RowsOf(list)
                : ([], Failure.Usage("The file is neither a list of rows nor a document with 'rows'."));
        }
        catch (JsonException mistake)
        {
            return ([], Failure.Usage("The file is not JSON.", mistake.Message));
        }
    }

    private static (IReadOnlyList<ImportRow> Rows, Failure? Failure) RowsOf(JsonArray list)
    {
        var wrong = list.Select((item, i) => (item, i)).FirstOrDefault(row => row.item is not JsonObject, (null, -1)).i;
        return wrong >= 0
            ? ([], Failure.Usage($"Row {wrong + 1} of the file is not a JSON object."))
            : ([.. list.Select((item, i) => new ImportRow(i + 1, (JsonObject)item!))], null);
    }
}

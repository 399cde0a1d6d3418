using System.Text.RegularExpressions;

namespace Koppla.Benchmarks.TableService;

/// <summary>The end of an address: a table, or one of its entities.</summary>
internal static partial class EntityPath
{
    public static (string Table, EntityKey? Key) Parse(string resource)
    {
        var parts = Entity().Match(resource);
        return parts.Success
            ? (parts.Groups["table"].Value, new EntityKey(Plain(parts.Groups["partition"]), Plain(parts.Groups["row"])))
            : (resource.Replace("()", "", StringComparison.Ordinal), null);
    }

    private static string Plain(Group quoted) => quoted.Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(
        "^(?<table>[^(]+)\\(PartitionKey='(?<partition>([^']|'')*)',RowKey='(?<row>([^']|'')*)'\\)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}

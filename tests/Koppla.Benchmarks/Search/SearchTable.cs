using System.Text;

namespace Koppla.Benchmarks.Search;

/// <summary>The results as a Markdown table.</summary>
internal static class SearchTable
{
    public static string Write(IEnumerable<SearchResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| search | who | found | p50 ms | p99 ms | p50 / floor |")
            .Append("|---|---|--:|--:|--:|--:|");
        foreach (var each in results)
        {
            table.AppendLine().Append($"| {each.Kind} | {each.Who} | {each.Found:F0} | {each.P50:F1} | {each.P99:F1} | {each.Ratio:F2} |");
        }

        return table.ToString();
    }
}

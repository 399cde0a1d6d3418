using System.Text;

namespace Koppla.Benchmarks.Calls.Report;

/// <summary>The results as a Markdown table.</summary>
internal static class ResultTable
{
    public static string Write(IEnumerable<Result> results)
    {
        var table = new StringBuilder()
            .AppendLine("| tables | connections | who | calls/s | p50 ms | p99 ms | CPU µs/call | p50 / floor | calls/s / floor |")
            .Append("|---|--:|---|--:|--:|--:|--:|--:|--:|");
        foreach (var each in results)
        {
            table.AppendLine().Append(
                $"| {each.Tables} | {each.Connections} | {each.Who} | {each.Typical.CallsPerSecond:F0} | {each.Typical.P50:F2} | {each.Typical.P99:F2} | {each.Typical.ProcessorTime:F0} | {each.P50Ratio:F2} | {each.ThroughputRatio:F2} |");
        }

        return table.ToString();
    }
}

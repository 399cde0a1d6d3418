using System.Text;

namespace Koppla.Benchmarks.Supervised.Report;

/// <summary>The results as a Markdown table.</summary>
internal static class SupervisedTable
{
    public static string Write(IEnumerable<SupervisedResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| tables | connections | who | calls/s | answer p50 | p99 ms | next p50 | p99 ms | CPU µs/call | answer / floor | next / floor | calls/s / floor |")
            .Append("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var each in results)
        {
            var typical = each.Typical;
            table.AppendLine()
                .Append($"| {each.Tables} | {each.Connections} | {each.Who} | {typical.CallsPerSecond:F0} ")
                .Append($"| {typical.AnswerP50:F2} | {typical.AnswerP99:F2} | {typical.NextP50:F2} | {typical.NextP99:F2} | {typical.ProcessorTime:F0} ")
                .Append($"| {each.AnswerRatio:F2} | {each.NextRatio:F2} | {each.ThroughputRatio:F2} |");
        }

        return table.ToString();
    }
}

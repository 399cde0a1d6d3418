using System.Text;

namespace Koppla.Benchmarks.Transfers;

/// <summary>The results as a Markdown table.</summary>
internal static class TransfersTable
{
    public static string Write(IEnumerable<TransfersResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| connections | who | transfers/s | hold p50 | p99 ms | invite p50 | p99 ms | hold / floor | invite / floor |")
            .Append("|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var each in results)
        {
            var typical = each.Typical;
            table.AppendLine()
                .Append($"| {each.Connections} | {each.Who} | {typical.TransfersPerSecond:F1} ")
                .Append($"| {typical.HoldP50:F2} | {typical.HoldP99:F2} | {typical.InviteP50:F2} | {typical.InviteP99:F2} ")
                .Append($"| {each.HoldRatio:F2} | {each.InviteRatio:F2} |");
        }

        return table.ToString();
    }
}

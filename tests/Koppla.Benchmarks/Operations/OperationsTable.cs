using System.Globalization;
using System.Text;

namespace Koppla.Benchmarks.Operations;

/// <summary>The counts as a Markdown table, each beside what is allowed; what is above that is bold.</summary>
internal static class OperationsTable
{
    public static string Write(IEnumerable<PlayedCall> calls)
    {
        var table = new StringBuilder()
            .AppendLine("| call | reads before the first command | writes before it | inserts | updates | other | reads in all | commands | moved by |")
            .Append("|---|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var call in calls)
        {
            var (kind, counts, budget) = (call.Kind, call.Counts, call.Kind.Budget);
            table.AppendLine()
                .Append($"| {kind.Title} | {Text(counts.ReadsBefore, budget.ReadsBefore)} | {Text(counts.WritesBefore, budget.WritesBefore)} ")
                .Append($"| {Text(counts.Inserts, budget.Inserts)} | {Text(counts.Updates, budget.Moves.Length)} ")
                .Append($"| {Text(counts.Others, 0)} | {counts.Reads} | {counts.Commands} | {string.Join(", ", budget.Moves)} |");
        }

        return table.ToString();
    }

    private static string Text(int counted, int allowed) => counted > allowed
        ? string.Create(CultureInfo.InvariantCulture, $"**{counted} of {allowed}**")
        : string.Create(CultureInfo.InvariantCulture, $"{counted} of {allowed}");
}

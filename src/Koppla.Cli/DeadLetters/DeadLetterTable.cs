using System.Globalization;
using Koppla.Cli.Output;

namespace Koppla.Cli.DeadLetters;

internal static class DeadLetterTable
{
    public static ResultTable Of(IReadOnlyList<DeadLetteredEvent> events)
    {
        var table = new ResultTable("at", "call", "to", "reason", "last outcome");
        foreach (var each in events)
        {
            table.AddRow(
                Cells.Of(each.At?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
                Cells.Of(each.IsCall ? each.Call : "no call"),
                Cells.Of(each.Called),
                Cells.Of(each.Reason),
                Cells.Of(each.LastOutcome));
        }

        return table;
    }
}

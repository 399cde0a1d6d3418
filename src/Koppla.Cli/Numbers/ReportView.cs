using Koppla.Cli.Api;
using Koppla.Cli.Output;
using Koppla.Cli.Running;
using Spectre.Console;

namespace Koppla.Cli.Numbers;

/// <summary>Shows the numbers that were refused, and counts all.</summary>
internal static class ReportView
{
    /// <returns>A failure when a number was refused.</returns>
    public static Failure? ShowReport(this Run run, ReportBody report, bool dryRun)
    {
        if (report.Refused > 0)
        {
            run.Display.Show(RefusedOf(report));
        }

        run.Display.Show(new Text(
            $"{report.Created} created, {report.Changed} changed, {report.Unchanged} unchanged, {report.Refused} refused."));
        if (dryRun)
        {
            run.Display.Note("Nothing was changed: this was a dry run.");
        }

        return FailureOf(report);
    }

    public static Failure? FailureOf(ReportBody report) =>
        report.Refused > 0 ? Failure.Refused($"{report.Refused} {(report.Refused == 1 ? "number was" : "numbers were")} refused.") : null;

    private static ResultTable RefusedOf(ReportBody report)
    {
        var hasRows = report.Items.Any(item => item.Row is not null);
        var table = hasRows ? new ResultTable("row", "number", "rule", "why") : new ResultTable("number", "rule", "why");
        foreach (var item in report.Items.Where(item => item.Outcome == "refused"))
        {
            Text[] cells =
            [
                Cells.Of(item.Number),
                Cells.Of(item.Problem?.Title, Color.Red),
                Cells.Of(string.Join(" ", item.Problem?.Lines() ?? [])),
            ];
            table.AddRow(hasRows ? [Cells.Of($"{item.Row}"), .. cells] : cells);
        }

        return table;
    }
}

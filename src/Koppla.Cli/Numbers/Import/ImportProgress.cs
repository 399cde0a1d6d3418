using Koppla.Cli.Api;
using Spectre.Console;

namespace Koppla.Cli.Numbers.Import;

/// <summary>Sends batch by batch, up to the first that fails, and shows people how far it is.</summary>
internal static class ImportProgress
{
    /// <returns>What became of the rows that were sent, also when a request failed.</returns>
    public static Task<(ReportBody Report, Failure? Failure)> RunAsync(
        IAnsiConsole console, ImportBatch[] batches, Func<ImportBatch, Task<(ReportBody? Report, Failure? Failure)>> send)
    {
        if (batches.Length < 2 || !console.Profile.Capabilities.Interactive)
        {
            return SendAllAsync(batches, send, _ => { });
        }

        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var task = progress.AddTask("Rows", maxValue: batches.Sum(batch => batch.Rows.Count));
                return SendAllAsync(batches, send, batch => task.Increment(batch.Rows.Count));
            });
    }

    private static async Task<(ReportBody Report, Failure? Failure)> SendAllAsync(
        ImportBatch[] batches, Func<ImportBatch, Task<(ReportBody? Report, Failure? Failure)>> send, Action<ImportBatch> sent)
    {
        var reports = new List<ReportBody>(batches.Length);
        foreach (var batch in batches)
        {
            var (report, failure) = await send(batch);
            if (failure is not null)
            {
                return (ReportBody.Of(reports), failure);
            }

            reports.Add(report!);
            sent(batch);
        }

        return (ReportBody.Of(reports), null);
    }
}

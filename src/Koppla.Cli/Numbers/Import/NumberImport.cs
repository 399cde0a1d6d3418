using System.CommandLine;
using System.Text.Json;
using Koppla.Cli.Api;
using Koppla.Cli.Documents;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers.Import;

/// <summary><c>numbers import</c>.</summary>
internal static class NumberImport
{
    private const string FileDescription = """
        CSV, parted by ; or , and with a header of number, to, user, destination and enabled, or some of them; or a JSON list of objects
        with these members. With 'to' a row is a range. Left out or -: the standard input
        """;

    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("file")
        {
            Description = FileDescription,
            DefaultValueFactory = _ => InputFile.StandardInput,
        };
        var dryRun = SharedOptions.DryRun();
        return surroundings.Command("import", "Take up numbers and ranges from a file; it can be repeated", [file, dryRun], async run =>
        {
            var (text, unread) = await run.ReadAsync(run.Get(file));
            var (rows, failure) = unread is null ? RowsOf(text!) : ([], unread);
            return failure ?? await ImportAsync(run, rows, run.Get(dryRun));
        });
    }

    private static (IReadOnlyList<ImportRow> Rows, Failure? Failure) RowsOf(string text) =>
        text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '[', ..] json ? JsonRows.Read(json) : CsvRows.Read(text.TrimStart('\uFEFF'));

    private static async Task<Failure?> ImportAsync(Run run, IReadOnlyList<ImportRow> rows, bool dryRun)
    {
        ImportBatch[] batches = [.. ImportBatch.Of(rows)];
        var (report, failure) = await ImportProgress.RunAsync(run.Display.Messages, batches, batch => SendAsync(run, batch, isFirst: batch == batches[0], dryRun));
        if (run.Display.IsJson)
        {
            run.Display.Json(JsonSerializer.Serialize(report, Written.Json.ReportBody));
            return failure ?? ReportView.FailureOf(report);
        }

        if (failure is not null && report.Items is [])
        {
            return failure;
        }

        var refused = run.ShowReport(report, dryRun);
        return failure ?? refused;
    }

    private static async Task<(ReportBody? Report, Failure? Failure)> SendAsync(Run run, ImportBatch batch, bool isFirst, bool dryRun)
    {
        var (answer, failure) = await run.SendAsync(
            ApiRequest.Post(NumbersGroup.Root, "import").DryRun(dryRun) with { Body = batch.Body });
        var (report, unread) = answer?.Read(ApiJson.Default.ReportBody) ?? (null, failure);
        (report, failure) = unread is null ? batch.InFileRows(report!) : (null, unread);
        return failure is null
            ? (report, null)
            : (null, failure with
            {
                Details =
                [
                    .. failure.Details,
                    isFirst
                        ? "Nothing of the file was sent, or not surely. The import can be repeated."
                        : $"Before row {batch.Rows[0].FileRow} of the file all was sent; from there on not, or not surely. The import can be repeated.",
                ],
            });
    }
}

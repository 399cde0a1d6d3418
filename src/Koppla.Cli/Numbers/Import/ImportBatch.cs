using System.Net;
using System.Text;
using Koppla.Cli.Api;

namespace Koppla.Cli.Numbers.Import;

/// <summary>The rows of one request.</summary>
internal sealed record ImportBatch(IReadOnlyList<ImportRow> Rows)
{
    /// <summary>The most numbers that the API takes at once.</summary>
    public const int MostNumbers = 1000;

    /// <summary>The API takes bodies of less than 256 KB.</summary>
    public const int MostBytes = 250_000;

    private static readonly int Frame = Encoding.UTF8.GetByteCount(BodyOf([]));

    public string Body => BodyOf(Rows.Select(row => row.Members.ToJsonString(Written.Json.Options)));

    /// <summary>All rows, in order, in as few requests as that takes. Only a row that is too long by itself makes a body too long.</summary>
    public static IEnumerable<ImportBatch> Of(IEnumerable<ImportRow> rows)
    {
        var batch = new List<ImportRow>();
        var (numbers, bytes) = (0, Frame);
        foreach (var row in rows.SelectMany(row => RowRange.Pieces(row, MostNumbers)))
        {
            var count = RowRange.CountOf(row);
            var size = Encoding.UTF8.GetByteCount(row.Members.ToJsonString(Written.Json.Options)) + 1; // and a comma
            if (batch.Count > 0 && (numbers + count > MostNumbers || bytes + size > MostBytes))
            {
                yield return new ImportBatch([.. batch]);
                batch.Clear();
                (numbers, bytes) = (0, Frame);
            }

            batch.Add(row);
            (numbers, bytes) = (numbers + count, bytes + size);
        }

        if (batch.Count > 0)
        {
            yield return new ImportBatch(batch);
        }
    }

    /// <summary>The API's report, with the rows of the file.</summary>
    public (ReportBody? Report, Failure? Failure) InFileRows(ReportBody report) =>
        report.Items.All(item => item.Row is { } row && row >= 1 && row <= Rows.Count)
            ? (report with { Items = [.. report.Items.Select(item => item with { Row = Rows[item.Row!.Value - 1].FileRow })] }, null)
            : (null, Failure.NotUnderstood((int)HttpStatusCode.OK));

    private static string BodyOf(IEnumerable<string> rows) => $"{{\"rows\":[{string.Join(',', rows)}]}}";
}

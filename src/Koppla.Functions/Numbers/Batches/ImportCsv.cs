using System.Text;
using CsvHelper;
using Koppla.Functions.Api;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Rows of an import as CSV: a header of <c>number</c>, <c>to</c>, <c>user</c>, <c>destination</c>, <c>enabled</c>, separated by commas or semicolons.</summary>
internal static class ImportCsv
{
    /// <summary>The same as the one of <see cref="ImportRequest"/>.</summary>
    public const string Example = "number,to,destination\n08-465 004 00,08-465 004 99,\n08-465 005 00,,070-174 06 60\n";

    public static readonly string[] Columns = ["number", "to", "user", "destination", "enabled"];

    private static readonly Problem HeaderProblem = Problems.Body(
        $"The first line names the columns, of {string.Join(", ", Columns)}: number at least, and each once.");

    private static readonly Problem EncodingProblem = Problems.Body("The body is not UTF-8.");

    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static async Task<(IReadOnlyList<ImportRow?> Rows, Problem? Problem)> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var text = new StreamReader(body, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = CsvReader.FromText(await text.ReadToEndAsync(cancellationToken), Options);
            return Read(csv);
        }
        catch (DecoderFallbackException)
        {
            return ([], EncodingProblem);
        }
        catch (CsvFormatException malformed)
        {
            return ([], Problems.Body($"Line {malformed.LineNumber} is not CSV."));
        }
    }

    private static (IReadOnlyList<ImportRow?> Rows, Problem? Problem) Read(CsvReader csv)
    {
        string[] columns = [.. csv.Headers.Select(name => name.Trim().ToLowerInvariant())];
        if (!IsHeader(columns))
        {
            return ([], HeaderProblem);
        }

        var rows = new List<ImportRow?>();
        while (rows.Count <= NumberBatch.MaxNumbers && csv.Read())
        {
            if (csv.FieldCount > columns.Length)
            {
                return ([], Problems.Body($"Line {csv.LineNumber} has more fields than the first."));
            }

            var fields = columns.Take(csv.FieldCount).Select((name, i) => (name, csv.GetString(i))).ToDictionary(StringComparer.Ordinal);
            if (RowOf(fields) is not { } row)
            {
                return ([], Problems.Body($"Line {csv.LineNumber}: enabled is true or false."));
            }

            rows.Add(row);
        }

        return (rows, null);
    }

    /// <returns>Null: <c>enabled</c> is neither true nor false.</returns>
    private static ImportRow? RowOf(Dictionary<string, string> fields)
    {
        var enabled = true;
        return Field("enabled") is { } word && !bool.TryParse(word, out enabled)
            ? null
            : new ImportRow(Field("number"), Field("to"), Field("user"), Field("destination"), enabled);

        string? Field(string column) => fields.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;
    }

    private static bool IsHeader(string[] columns) =>
        columns.Contains(Columns[0], StringComparer.Ordinal)
        && columns.All(name => Columns.Contains(name, StringComparer.Ordinal))
        && columns.Distinct(StringComparer.Ordinal).Count() == columns.Length;
}

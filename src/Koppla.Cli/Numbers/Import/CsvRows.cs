using System.Text.Json.Nodes;
using CsvHelper;
using Koppla.Cli.Api;

namespace Koppla.Cli.Numbers.Import;

/// <summary>Reads CSV with a header, parted by <c>;</c> or <c>,</c>. An empty cell is left out.</summary>
internal static class CsvRows
{
    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static (IReadOnlyList<ImportRow> Rows, Failure? Failure) Read(string text)
    {
        using var csv = CsvReader.FromText(text, Options);
        try
        {
            return ReadRows(csv);
        }
        catch (CsvFormatException mistake)
        {
            return ([], Failure.Usage($"Row {mistake.LineNumber} of the file is not CSV.", mistake.Message));
        }
    }

    private static (IReadOnlyList<ImportRow> Rows, Failure? Failure) ReadRows(CsvReader csv)
    {
        string[] columns = [.. csv.Headers.Select(name => name.Trim().ToLowerInvariant())];
        if (HeaderFailure(columns) is { } mistake)
        {
            return ([], mistake);
        }

        var rows = new List<ImportRow>();
        while (csv.Read())
        {
            var (row, failure) = RowOf(csv, columns);
            if (failure is not null)
            {
                return ([], failure);
            }

            rows.Add(row!);
        }

        return (rows, null);
    }

    private static Failure? HeaderFailure(string[] columns)
    {
        if (Array.Find(columns, name => !ImportRow.Columns.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return Failure.Usage($"The column '{unknown}' is not known.", $"Columns are {string.Join(", ", ImportRow.Columns)}.");
        }

        return columns.Contains(ImportRow.Number, StringComparer.Ordinal) && columns.Distinct(StringComparer.Ordinal).Count() == columns.Length
            ? null
            : Failure.Usage("The file begins with a header, with the column 'number' and no column twice.");
    }

    private static (ImportRow? Row, Failure? Failure) RowOf(CsvReader csv, string[] columns)
    {
        var line = (int)csv.LineNumber;
        if (csv.FieldCount > columns.Length)
        {
            return (null, Failure.Usage($"Row {line} of the file has more cells than the header."));
        }

        var members = new JsonObject();
        for (var i = 0; i < csv.FieldCount; i++)
        {
            var cell = csv.GetString(i);
            if (cell.Length == 0)
            {
                continue;
            }

            if (columns[i] != ImportRow.Enabled)
            {
                members[columns[i]] = cell;
            }
            else if (bool.TryParse(cell, out var enabled))
            {
                members[columns[i]] = enabled;
            }
            else
            {
                return (null, Failure.Usage($"Row {line} of the file: enabled is true or false, not '{cell}'."));
            }
        }

        return (new ImportRow(line, members), null);
    }
}

using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Output;

/// <summary>Documents of any kind, for people.</summary>
internal static class DocumentView
{
    /// <summary>A member a line.</summary>
    public static IRenderable Of(JsonElement document) => Of(DocumentLine.Of(document));

    public static IRenderable Of(IEnumerable<DocumentLine> lines)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var line in lines)
        {
            grid.AddRow(Cells.Of(line.Path, Color.Grey), Cells.Of(line.Text));
        }

        return grid;
    }

    /// <summary>An item a row, a column for each of their members.</summary>
    public static IRenderable OfAll(IReadOnlyList<JsonElement> items)
    {
        var rows = items.Select(item => DocumentLine.Of(item).ToDictionary(line => line.Path, line => line.Text, StringComparer.Ordinal)).ToList();
        string[] columns = [.. rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal)];
        var table = new ResultTable(columns);
        foreach (var row in rows)
        {
            table.AddRow(columns.Select(column => Cells.Of(row.GetValueOrDefault(column))));
        }

        return table;
    }

    /// <summary>What differs between two documents.</summary>
    public static ResultTable Difference(JsonElement before, JsonElement after)
    {
        var old = DocumentLine.Of(before).ToDictionary(line => line.Path, line => line.Text, StringComparer.Ordinal);
        var now = DocumentLine.Of(after).ToDictionary(line => line.Path, line => line.Text, StringComparer.Ordinal);
        var table = new ResultTable("member", "before", "after");
        foreach (var path in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (was, became) = (old.GetValueOrDefault(path), now.GetValueOrDefault(path));
            if (was != became)
            {
                table.AddRow(Cells.Of(path), Cells.Of(was, Color.Red), Cells.Of(became, Color.Green));
            }
        }

        return table;
    }
}

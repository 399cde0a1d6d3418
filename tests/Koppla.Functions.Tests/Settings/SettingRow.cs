using Koppla.Tests;

namespace Koppla.Functions.Tests.Settings;

/// <summary>A line of the tables of <c>docs/settings.md</c>, its cells without the marks of code.</summary>
internal sealed record SettingRow(string Name, IReadOnlyList<string> Cells)
{
    public string Values => Cells[2];

    public string Default => Cells[3];

    public string Needed => Cells[4];

    /// <summary>What the app reads, and what others read: two tables.</summary>
    public static ILookup<bool, SettingRow> ReadByTheApp { get; } = File.ReadLines(Repository.File("docs", "settings.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList())
        .Select(cells => new SettingRow(cells[0].Trim('`'), cells))
        .ToLookup(row => row.Cells.Count == 5);
}

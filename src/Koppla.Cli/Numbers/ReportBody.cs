namespace Koppla.Cli.Numbers;

/// <summary>What became of many numbers, each changed or refused alone.</summary>
internal sealed record ReportBody(IReadOnlyList<ReportItem> Items, int Created = 0, int Changed = 0, int Unchanged = 0, int Refused = 0)
{
    /// <summary>All of them as one.</summary>
    public static ReportBody Of(IReadOnlyList<ReportBody> reports) => new(
        [.. reports.SelectMany(report => report.Items)],
        reports.Sum(report => report.Created),
        reports.Sum(report => report.Changed),
        reports.Sum(report => report.Unchanged),
        reports.Sum(report => report.Refused));
}

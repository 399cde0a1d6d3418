using Koppla.Cli.Api;

namespace Koppla.Cli.Numbers;

/// <summary>What became of a number.</summary>
/// <param name="Row">Its row in an import.</param>
/// <param name="Outcome"><c>created</c>, <c>changed</c>, <c>unchanged</c> or <c>refused</c>.</param>
/// <param name="Problem">Why it was refused.</param>
internal sealed record ReportItem(int? Row = null, string? Number = null, string Outcome = "", ProblemBody? Problem = null);

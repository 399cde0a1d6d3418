namespace Koppla.Benchmarks.Administration;

/// <summary>What an import took.</summary>
/// <param name="Times">Of each request.</param>
/// <param name="TableRequests">For each number; null: they are not counted.</param>
/// <param name="MegabytesBefore">Of the app's working set.</param>
internal sealed record ImportResult(TimeSpan Total, IReadOnlyList<TimeSpan> Times, double? TableRequests, long MegabytesBefore, long MegabytesAfter);

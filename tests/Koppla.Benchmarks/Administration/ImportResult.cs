namespace Koppla.Benchmarks.Administration;

/// <summary>What an import took.</summary>
/// <param name="Times">Of each request.</param>
/// <param name="MegabytesBefore">Of the app's working set.</param>
internal sealed record ImportResult(TimeSpan Total, IReadOnlyList<TimeSpan> Times, long MegabytesBefore, long MegabytesAfter);

namespace Koppla.Benchmarks.Administration;

/// <summary>What one kind of list or search took.</summary>
/// <param name="Found">Numbers on the page.</param>
internal sealed record ReadingResult(string Name, int Found, IReadOnlyList<TimeSpan> Times);

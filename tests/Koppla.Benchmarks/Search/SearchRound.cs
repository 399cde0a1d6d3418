namespace Koppla.Benchmarks.Search;

/// <summary>Some searches of one kind by one contender.</summary>
/// <param name="Found">How many colleagues each found.</param>
internal sealed record SearchRound(IReadOnlyList<TimeSpan> Times, IReadOnlyList<int> Found)
{
    public double P50 => Statistics.Percentile(Times, 0.50);
}

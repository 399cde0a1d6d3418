namespace Koppla.Benchmarks.Search;

/// <summary>The rounds of one contender and one kind of search.</summary>
/// <param name="Found">Colleagues on a page, at the median.</param>
/// <param name="P50">Milliseconds, over all rounds.</param>
/// <param name="P99">Milliseconds, over all rounds.</param>
/// <param name="Ratio">Of its p50 to that of the floor's round beside it, at the median.</param>
internal sealed record SearchResult(string Kind, string Who, double Found, double P50, double P99, double Ratio)
{
    public static SearchResult Of(string kind, string who, IReadOnlyList<SearchRound> rounds, IReadOnlyList<SearchRound> floor)
    {
        TimeSpan[] times = [.. rounds.SelectMany(round => round.Times)];
        return new(
            kind,
            who,
            Statistics.Median(rounds.SelectMany(round => round.Found).Select(found => (double)found)),
            Statistics.Percentile(times, 0.50),
            Statistics.Percentile(times, 0.99),
            Statistics.Median(rounds.Zip(floor, (own, beside) => own.P50 / beside.P50)));
    }
}

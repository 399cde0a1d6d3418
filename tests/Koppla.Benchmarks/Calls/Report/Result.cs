namespace Koppla.Benchmarks.Calls.Report;

/// <summary>The rounds of one contender: medians over the rounds, and medians of the ratios to the floor's round beside each.</summary>
internal sealed record Result(TablesKind Tables, int Connections, string Who, Round Typical, double P50Ratio, double ThroughputRatio)
{
    public static Result Of(TablesKind tables, int connections, string who, IReadOnlyList<Round> rounds, IReadOnlyList<Round> against) => new(
        tables,
        connections,
        who,
        new Round(
            Statistics.Median(rounds.Select(each => each.CallsPerSecond)),
            Statistics.Median(rounds.Select(each => each.P50)),
            Statistics.Median(rounds.Select(each => each.P99)),
            Statistics.Median(rounds.Select(each => each.ProcessorTime))),
        Statistics.Median(rounds.Zip(against, (own, floor) => own.P50 / floor.P50)),
        Statistics.Median(rounds.Zip(against, (own, floor) => own.CallsPerSecond / floor.CallsPerSecond)));
}

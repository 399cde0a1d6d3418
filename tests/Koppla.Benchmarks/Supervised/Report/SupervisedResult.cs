using Koppla.Benchmarks.Calls;

namespace Koppla.Benchmarks.Supervised.Report;

/// <summary>The rounds of one contender: medians over the rounds, and medians of the ratios to the floor's round beside each.</summary>
internal sealed record SupervisedResult(
    TablesKind Tables, int Connections, string Who, SupervisedRound Typical, double AnswerRatio, double NextRatio, double ThroughputRatio)
{
    public static SupervisedResult Of(
        TablesKind tables, int connections, string who, IReadOnlyList<SupervisedRound> rounds, IReadOnlyList<SupervisedRound> against)
    {
        return new(
            tables,
            connections,
            who,
            new SupervisedRound(
                Typical(each => each.CallsPerSecond),
                Typical(each => each.AnswerP50),
                Typical(each => each.AnswerP99),
                Typical(each => each.NextP50),
                Typical(each => each.NextP99),
                Typical(each => each.ProcessorTime)),
            Ratio(each => each.AnswerP50),
            Ratio(each => each.NextP50),
            Ratio(each => each.CallsPerSecond));

        double Typical(Func<SupervisedRound, double> figure) => Statistics.Median(rounds.Select(figure));
        double Ratio(Func<SupervisedRound, double> figure) =>
            Statistics.Median(rounds.Zip(against, (own, floor) => figure(own) / figure(floor)));
    }
}

namespace Koppla.Benchmarks.Transfers;

/// <summary>The rounds of one contender: medians over the rounds, and medians of the ratios to the floor's round beside each.</summary>
internal sealed record TransfersResult(int Connections, string Who, TransfersRound Typical, double HoldRatio, double InviteRatio)
{
    public static TransfersResult Of(
        int connections, string who, IReadOnlyList<TransfersRound> rounds, IReadOnlyList<TransfersRound> against)
    {
        return new(
            connections,
            who,
            new TransfersRound(
                Typical(each => each.TransfersPerSecond),
                Typical(each => each.HoldP50),
                Typical(each => each.HoldP99),
                Typical(each => each.InviteP50),
                Typical(each => each.InviteP99)),
            Ratio(each => each.HoldP50),
            Ratio(each => each.InviteP50));

        double Typical(Func<TransfersRound, double> figure) => Statistics.Median(rounds.Select(figure));
        double Ratio(Func<TransfersRound, double> figure) =>
            Statistics.Median(rounds.Zip(against, (own, floor) => figure(own) / figure(floor)));
    }
}

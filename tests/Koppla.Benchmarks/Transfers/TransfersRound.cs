namespace Koppla.Benchmarks.Transfers;

/// <summary>What one contender did in one round. Times in milliseconds.</summary>
internal sealed record TransfersRound(double TransfersPerSecond, double HoldP50, double HoldP99, double InviteP50, double InviteP99)
{
    public static TransfersRound Of(IReadOnlyList<TransferTimes> times, TimeSpan length) => new(
        times.Count / length.TotalSeconds,
        Statistics.Percentile(times.Select(each => each.Hold), 0.5),
        Statistics.Percentile(times.Select(each => each.Hold), 0.99),
        Statistics.Percentile(times.Select(each => each.Invite), 0.5),
        Statistics.Percentile(times.Select(each => each.Invite), 0.99));
}

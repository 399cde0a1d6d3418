namespace Koppla.Benchmarks;

/// <summary>What is told of many figures.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>By nearest rank, in milliseconds.</summary>
    /// <param name="part">0.99: as many as that took no longer.</param>
    public static double Percentile(IEnumerable<TimeSpan> times, double part)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * part) - 1].TotalMilliseconds;
    }
}

namespace Koppla.Benchmarks.Calls.Report;

/// <summary>One contender for some seconds.</summary>
/// <param name="CallsPerSecond">Events answered.</param>
/// <param name="P50">Half of the commands had arrived by then; milliseconds.</param>
/// <param name="P99">99 of 100; milliseconds.</param>
/// <param name="ProcessorTime">Of the contender's process for one call; microseconds.</param>
internal sealed record Round(double CallsPerSecond, double P50, double P99, double ProcessorTime)
{
    public static Round Of(TimeSpan[] latencies, TimeSpan elapsed, TimeSpan processorTime) => new(
        latencies.Length / elapsed.TotalSeconds,
        Statistics.Percentile(latencies, 0.50),
        Statistics.Percentile(latencies, 0.99),
        processorTime.TotalMicroseconds / latencies.Length);

    public override string ToString() => $"{CallsPerSecond:F0} calls/s, p50 {P50:F2} ms, p99 {P99:F2} ms, {ProcessorTime:F0} µs of processor";
}

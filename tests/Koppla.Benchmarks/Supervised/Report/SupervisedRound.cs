using Koppla.Benchmarks.Supervised.Provider;

namespace Koppla.Benchmarks.Supervised.Report;

/// <summary>One contender for some seconds. Times in milliseconds.</summary>
/// <param name="CallsPerSecond">Whole calls, recorded.</param>
/// <param name="AnswerP50">From the event of a call to the command that answers it.</param>
/// <param name="NextP50">From the event that tells that the first is busy to the invitation of the second.</param>
/// <param name="ProcessorTime">Of the contender's process for one call; microseconds.</param>
internal sealed record SupervisedRound(
    double CallsPerSecond, double AnswerP50, double AnswerP99, double NextP50, double NextP99, double ProcessorTime)
{
    public static SupervisedRound Of(OngoingCall[] calls, TimeSpan elapsed, TimeSpan processorTime)
    {
        TimeSpan[] answers = [.. calls.Select(each => each.EventToAnswer)];
        TimeSpan[] next = [.. calls.Select(each => each.FailureToInvitation)];
        return new(
            calls.Length / elapsed.TotalSeconds,
            Statistics.Percentile(answers, 0.50),
            Statistics.Percentile(answers, 0.99),
            Statistics.Percentile(next, 0.50),
            Statistics.Percentile(next, 0.99),
            processorTime.TotalMicroseconds / calls.Length);
    }

    public override string ToString() =>
        $"{CallsPerSecond:F0} calls/s, answer p50 {AnswerP50:F2} p99 {AnswerP99:F2} ms, next p50 {NextP50:F2} p99 {NextP99:F2} ms, {ProcessorTime:F0} µs of processor";
}

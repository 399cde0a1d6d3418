using System.Globalization;
using System.Text;
using Koppla.Benchmarks.Operations;

namespace Koppla.Benchmarks.Capacity;

/// <summary>How far the limits of the services are, as a Markdown table.</summary>
internal static class CapacityTable
{
    /// <summary>Requests a second that a storage account takes; then it answers 503.</summary>
    private const double AccountLimit = 20_000;

    /// <summary>Entities a second that one partition takes.</summary>
    private const double PartitionLimit = 2_000;

    /// <summary>Of a core, before an instance is added.</summary>
    private const double TargetCpu = 0.6;

    private static readonly int[] CallsAMinute = [10, 1_000, 100_000];

    public static string Write(IReadOnlyList<PlayedCall> calls, CapacityOptions options)
    {
        var flow = new CallFlow(calls, options);
        var table = new StringBuilder()
            .AppendLine("| calls a minute | executions/s | by the counts | table requests/s, peak | of an account | largest partition/s, peak | of a partition | at a time, peak | instances |")
            .Append("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var rate in CallsAMinute)
        {
            var seconds = flow.Play(rate);
            var mean = seconds.Average(each => each.Executions);
            var counted = rate / 60.0 * calls.Average(call => call.Executions);
            var requests = seconds.Max(each => each.TableRequests);
            var partition = seconds.Max(each => Math.Max(each.Users, each.Records));
            var atOnce = seconds.Max(each => each.Busy);
            var cpu = seconds.Max(each => each.Executions) * options.CpuMilliseconds / 1000;
            var instances = Math.Max(1, Math.Max(Math.Ceiling(atOnce / options.Concurrency), Math.Ceiling(cpu / TargetCpu)));
            table.AppendLine().Append(
                CultureInfo.InvariantCulture,
                $"| {rate} | {mean:F1} | {counted:F1} | {requests:F0} | {requests / AccountLimit:P1} | {partition:F0} | {partition / PartitionLimit:P1} | {atOnce:F1} | {instances:F0} |");
        }

        return table.ToString();
    }
}

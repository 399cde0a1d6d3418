using System.Globalization;
using System.Text;
using Koppla.Benchmarks.Operations;

namespace Koppla.Benchmarks.Capacity;

/// <summary>What 1,000 calls of each kind cost, as a Markdown table.</summary>
internal static class CostTable
{
    private const int Calls = 1000;

    /// <summary>An execution on demand is billed for at least that long, however little it does.</summary>
    private const double LeastBilledSeconds = 1;

    private const double KilobytesOfGigabyte = 1024 * 1024;

    public static string Write(IReadOnlyList<PlayedCall> calls, Prices prices, CapacityOptions options)
    {
        var table = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"| 1,000 calls | executions | table requests | compute | executions, {prices.Currency} | tables | events | logs | provider | in all |")
            .Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var call in calls)
        {
            var compute = Calls * call.Executions * LeastBilledSeconds * options.InstanceGigabytes * prices.GigabyteSecond;
            var executions = Calls * call.Executions * prices.MillionExecutions / 1e6;
            var tables = Calls * call.TableRequests * prices.TenThousandTableRequests / 1e4;
            var events = Calls * prices.MillionEvents / 1e6;
            var logs = Calls * call.Executions * options.LogKilobytes / KilobytesOfGigabyte * prices.LogGigabyte;
            var provider = call.Executions == 1 ? 0 : Calls * options.CallSeconds / 60.0 * prices.CallMinute;
            table.AppendLine().Append(CultureInfo.InvariantCulture, $"| {call.Kind.Title} | {Calls * call.Executions} | {Calls * call.TableRequests} ");
            foreach (var part in (double[])[compute, executions, tables, events, logs, provider, compute + executions + tables + events + logs + provider])
            {
                table.Append(CultureInfo.InvariantCulture, $"| {part:F4} ");
            }

            table.Append('|');
        }

        return table.ToString();
    }
}

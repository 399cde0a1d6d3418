using System.CommandLine;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Report;

namespace Koppla.Benchmarks.Administration;

/// <summary><c>numbers</c>: an import of many numbers, and lists and searches among them; prints Markdown tables.</summary>
internal static class NumbersCommand
{
    private static readonly Option<TablesKind> Tables = new("--tables")
    {
        Description = "What serves the tables: Azurite, or tables in memory that find a row as the service does", DefaultValueFactory = _ => TablesKind.Fake,
    };

    private static readonly Option<int> Numbers = CommandOptions.Number("--numbers", 100_000, "Numbers of the organisation");
    private static readonly Option<int> Requests = CommandOptions.Number("--requests", 100, "Requests of each kind");

    public static Command Create()
    {
        var command = new Command("numbers", "Numbers of an organisation, from the request to the answer of the API.") { Tables, Numbers, Requests };
        command.SetAction((arguments, cancellation) => RunAsync(
            new NumbersBenchmark(arguments.GetValue(Tables), arguments.GetValue(Numbers), arguments.GetValue(Requests), Console.Error.WriteLine), cancellation));
        return command;
    }

    private static async Task RunAsync(NumbersBenchmark benchmark, CancellationToken cancellation)
    {
        var (import, readings) = await benchmark.RunAsync(cancellation);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| import | seconds | numbers/s | p50 ms a request | p99 ms | table requests a number | app MB before | app MB after |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|--:|");
        Console.WriteLine(
            $"| {benchmark.Numbers} | {import.Total.TotalSeconds:F0} | {benchmark.Numbers / import.Total.TotalSeconds:F0} | {Statistics.Percentile(import.Times, 0.5):F0} | {Statistics.Percentile(import.Times, 0.99):F0} | {import.TableRequests:F1} | {import.MegabytesBefore} | {import.MegabytesAfter} |");
        Console.WriteLine();
        Console.WriteLine("| reading | found | p50 ms | p99 ms |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var reading in readings)
        {
            Console.WriteLine(
                $"| {reading.Name} | {reading.Found} | {Statistics.Percentile(reading.Times, 0.5):F1} | {Statistics.Percentile(reading.Times, 0.99):F1} |");
        }
    }
}

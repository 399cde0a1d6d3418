using System.CommandLine;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Report;
using Koppla.Benchmarks.Supervised.Report;

namespace Koppla.Benchmarks.Supervised;

/// <summary><c>supervised</c>: calls that the app answers and follows up, against the floor; prints a Markdown table.</summary>
internal static class SupervisedCommand
{
    private static readonly Option<int> Rounds = CommandOptions.Rounds();
    private static readonly Option<int> Seconds = CommandOptions.Seconds();
    private static readonly Option<int[]> Connections = CommandOptions.Connections();
    private static readonly Option<TablesKind[]> Tables = CommandOptions.Tables();

    public static Command Create()
    {
        var command = new Command("supervised", "Whole supervised calls: the first who is rung is busy, the second answers.")
        {
            Rounds, Seconds, Connections, Tables,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            new SupervisedOptions(
                arguments.GetValue(Rounds),
                TimeSpan.FromSeconds(arguments.GetValue(Seconds)),
                arguments.GetValue(Connections)!,
                arguments.GetValue(Tables)!),
            cancellation));
        return command;
    }

    private static async Task RunAsync(SupervisedOptions options, CancellationToken cancellation)
    {
        var results = await new SupervisedBenchmark(options, Console.Error.WriteLine).RunAsync(cancellation);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(SupervisedTable.Write(results));
    }
}

using System.CommandLine;
using Koppla.Benchmarks.Calls.Report;

namespace Koppla.Benchmarks.Transfers;

/// <summary><c>transfers</c>: announced transfers through the app, the simulator and Azurite, against the bare commands; prints a Markdown table.</summary>
internal static class TransfersCommand
{
    private static readonly Option<int> Rounds = CommandOptions.Rounds();
    private static readonly Option<int> Seconds = CommandOptions.Seconds();
    private static readonly Option<int[]> Connections = CommandOptions.Connections();

    public static Command Create()
    {
        var command = new Command("transfers", "Announced transfers of ongoing calls: asked for, answered, completed.")
        {
            Rounds, Seconds, Connections,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            new TransfersOptions(
                arguments.GetValue(Rounds), TimeSpan.FromSeconds(arguments.GetValue(Seconds)), arguments.GetValue(Connections)!),
            cancellation));
        return command;
    }

    private static async Task RunAsync(TransfersOptions options, CancellationToken cancellation)
    {
        var results = await new TransfersBenchmark(options, Console.Error.WriteLine).RunAsync(cancellation);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(TransfersTable.Write(results));
    }
}

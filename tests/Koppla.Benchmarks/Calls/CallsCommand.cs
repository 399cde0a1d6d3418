using System.CommandLine;
using Koppla.Benchmarks.Calls.Report;
using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Calls;

/// <summary><c>calls</c>: whole incoming calls through the running app, against the floor; prints a Markdown table.</summary>
internal static class CallsCommand
{
    private static readonly Option<int> Rounds = CommandOptions.Rounds();
    private static readonly Option<int> Seconds = CommandOptions.Seconds();
    private static readonly Option<int[]> Connections = CommandOptions.Connections();
    private static readonly Option<TablesKind[]> Tables = CommandOptions.Tables();
    private static readonly Option<DeliveryRoute> Route = new("--route")
    {
        Description = "How events reach the app", DefaultValueFactory = _ => DeliveryRoute.Trigger,
    };

    public static Command Create()
    {
        var command = new Command("calls", "Whole incoming calls, from the event to the redirect at the provider.")
        {
            Rounds, Seconds, Connections, Route, Tables,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            new CallsOptions(
                arguments.GetValue(Rounds),
                TimeSpan.FromSeconds(arguments.GetValue(Seconds)),
                arguments.GetValue(Connections)!,
                arguments.GetValue(Route),
                arguments.GetValue(Tables)!),
            cancellation));
        return command;
    }

    private static async Task RunAsync(CallsOptions options, CancellationToken cancellation)
    {
        var results = await new CallsBenchmark(options, Console.Error.WriteLine).RunAsync(cancellation);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(ResultTable.Write(results));
    }
}

using System.CommandLine;
using Koppla.Benchmarks.Calls.Report;
using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Calls;

/// <summary><c>calls</c>: whole incoming calls through the running app, against the floor; prints a Markdown table.</summary>
internal static class CallsCommand
{
    private static readonly Option<int> Rounds = Number("--rounds", 5, "Measured rounds of each contender");
    private static readonly Option<int> Seconds = Number("--seconds", 4, "Length of a round");
    private static readonly Option<int[]> Connections = new("--connections")
    {
        Description = "Calls at the same time", DefaultValueFactory = _ => [1, 16], AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<DeliveryRoute> Route = new("--route")
    {
        Description = "How events reach the app", DefaultValueFactory = _ => DeliveryRoute.Trigger,
    };

    private static readonly Option<TablesKind[]> Tables = new("--tables")
    {
        Description = "What serves the tables", DefaultValueFactory = _ => [TablesKind.Fake, TablesKind.Azurite], AllowMultipleArgumentsPerToken = true,
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

    private static Option<int> Number(string name, int value, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} is at least 1.");
            }
        });
        return option;
    }
}

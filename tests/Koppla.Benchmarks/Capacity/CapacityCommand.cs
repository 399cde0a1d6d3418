using System.CommandLine;
using Koppla.Benchmarks.Operations;

namespace Koppla.Benchmarks.Capacity;

/// <summary><c>capacity</c>: what calls cost, and how far the limits are, from counted operations; prints Markdown tables.</summary>
internal static class CapacityCommand
{
    private static readonly CapacityOptions Assumed = new();

    private static readonly Option<FileInfo> PriceList = new("--prices")
    {
        Description = "A JSON file with list prices", DefaultValueFactory = _ => new FileInfo("docs/prices.json"),
    };

    private static readonly Option<double> Memory = Number("--instance-gigabytes", Assumed.InstanceGigabytes, "Memory of an instance, as it is billed");
    private static readonly Option<double> TableTime = Number("--table-ms", Assumed.TableMilliseconds, "One request to the tables");
    private static readonly Option<double> CommandTime = Number("--command-ms", Assumed.CommandMilliseconds, "One command to the provider");
    private static readonly Option<double> Cpu = Number("--cpu-ms", Assumed.CpuMilliseconds, "Of one core, an execution");
    private static readonly Option<double> Largest = Number("--largest-share", Assumed.LargestShare, "Of all calls, those of the largest organisation");
    private static readonly Option<int> Length = CommandOptions.Number("--call-seconds", Assumed.CallSeconds, "From the first ring to the end");

    public static Command Create()
    {
        var command = new Command("capacity", "What calls cost, and how it scales, from the operations of one call of each kind.")
        {
            PriceList, Memory, TableTime, CommandTime, Cpu, Largest, Length,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var options = Assumed with
            {
                InstanceGigabytes = arguments.GetValue(Memory),
                TableMilliseconds = arguments.GetValue(TableTime),
                CommandMilliseconds = arguments.GetValue(CommandTime),
                CpuMilliseconds = arguments.GetValue(Cpu),
                LargestShare = arguments.GetValue(Largest),
                CallSeconds = arguments.GetValue(Length),
            };
            var prices = await Prices.ReadAsync(arguments.GetValue(PriceList)!, cancellation);
            await using var stack = await CountedStack.StartAsync(Console.Error.WriteLine, cancellation);
            var calls = await new OperationsRun(stack).PlayAsync(cancellation);
            Console.WriteLine(CostTable.Write(calls, prices, options));
            Console.WriteLine();
            Console.WriteLine(CapacityTable.Write(calls, options));
        });
        return command;
    }

    private static Option<double> Number(string name, double value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}

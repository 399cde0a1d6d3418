using System.CommandLine;

namespace Koppla.Benchmarks.Operations;

/// <summary><c>operations</c>: what calls ask of the tables, counted; prints a Markdown table.</summary>
internal static class OperationsCommand
{
    public static Command Create()
    {
        var command = new Command("operations", "Counts the storage operations of each kind of call.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var stack = await CountedStack.StartAsync(Console.Error.WriteLine, cancellation);
            Console.WriteLine(OperationsTable.Write(await new OperationsRun(stack).PlayAsync(cancellation)));
        });
        return command;
    }
}

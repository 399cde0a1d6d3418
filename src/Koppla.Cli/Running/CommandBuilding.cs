using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Output;

namespace Koppla.Cli.Running;

/// <summary>Makes commands.</summary>
internal static class CommandBuilding
{
    public static Command Group(string name, string description, params ReadOnlySpan<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
        {
            group.Add(command);
        }

        return group;
    }

    /// <param name="parts">Its arguments, in order, and its options.</param>
    /// <param name="action">Null: all was done.</param>
    public static Command Command(
        this Surroundings surroundings, string name, string description, IReadOnlyList<Symbol> parts, Func<Run, Task<Failure?>> action)
    {
        var command = new Command(name, description);
        foreach (var part in parts)
        {
            Add(command, part);
        }

        command.SetAction((arguments, cancellation) => RunAsync(surroundings, arguments, action, cancellation));
        return command;
    }

    private static void Add(Command command, Symbol part)
    {
        if (part is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)part);
        }
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, ParseResult arguments, Func<Run, Task<Failure?>> action, CancellationToken cancellation)
    {
        var (connection, failure) = Connection.Read(arguments, surroundings.Variable);
        var display = new Display(surroundings, arguments.GetValue(GlobalOptions.Json), connection?.Token);
        if (connection is not null)
        {
            using var api = ApiClient.To(connection, surroundings, display.Note);
            failure = await action(new Run(arguments, surroundings, api, display, cancellation));
        }

        return display.End(failure);
    }
}

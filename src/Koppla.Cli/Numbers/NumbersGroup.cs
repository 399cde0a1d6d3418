using System.CommandLine;
using Koppla.Cli.Numbers.Import;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers</c>.</summary>
internal static class NumbersGroup
{
    public const string Root = "numbers";

    public static Command Create(Surroundings surroundings) => CommandBuilding.Group(
        Root,
        "The organisation's numbers, and where reserved ones are forwarded",
        NumberList.Create(surroundings),
        NumberCommands.Get(surroundings),
        NumberCommands.Reserve(surroundings),
        NumberCommands.Release(surroundings),
        AssignmentCommands.Assign(surroundings),
        AssignmentCommands.Unassign(surroundings),
        ForwardingCommands.Forward(surroundings),
        ForwardingCommands.Unforward(surroundings),
        ForwardRange.Create(surroundings),
        NumberImport.Create(surroundings),
        NumberExport.Create(surroundings),
        Explain.Create(surroundings));
}

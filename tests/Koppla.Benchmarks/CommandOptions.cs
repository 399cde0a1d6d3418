using System.CommandLine;
using Koppla.Benchmarks.Calls;

namespace Koppla.Benchmarks;

/// <summary>Options that several commands have.</summary>
internal static class CommandOptions
{
    public static Option<int> Rounds() => Number("--rounds", 5, "Measured rounds of each contender");

    public static Option<int> Seconds() => Number("--seconds", 4, "Length of a round");

    public static Option<int[]> Connections() => new("--connections")
    {
        Description = "Calls at the same time", DefaultValueFactory = _ => [1, 16], AllowMultipleArgumentsPerToken = true,
    };

    public static Option<TablesKind[]> Tables() => new("--tables")
    {
        Description = "What serves the tables", DefaultValueFactory = _ => [TablesKind.Fake, TablesKind.Azurite], AllowMultipleArgumentsPerToken = true,
    };

    public static Option<int> Number(string name, int value, string description)
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

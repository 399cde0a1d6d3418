using System.CommandLine;
using System.Globalization;
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

    public static Option<int> Number(string name, int value, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return number;
            }

            result.AddError($"{name} is a whole number from 1.");
            return default;
        },
    };
}

using System.CommandLine;
using System.Globalization;

namespace Koppla.Cli.Running;

/// <summary>Options and arguments that more than one command has. Each call makes a new one.</summary>
internal static class SharedOptions
{
    public static Argument<string> Number(string name = "number") =>
        new(name) { Description = "In any usual spelling: 08-465 004 10, +46846500410" };

    public static Argument<string> User() => new("user") { Description = "The user's id" };

    public static Option<bool> DryRun() =>
        new("--dry-run") { Description = "Check everything and change nothing" };

    public static Option<bool?> Enabled() =>
        new("--enabled") { Description = "true or false; false keeps it, without effect", HelpName = "true|false" };

    public static Option<string?> Text(string name, string description, string? helpName = null) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>How many items of a list are wanted.</summary>
    public static Option<int?> First() => new("--first")
    {
        Description = "At most so many; else all",
        HelpName = "count",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            {
                return count;
            }

            result.AddError("--first is a whole number from 1.");
            return null;
        },
    };
}

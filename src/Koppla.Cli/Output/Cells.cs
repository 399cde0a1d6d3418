using Spectre.Console;

namespace Koppla.Cli.Output;

/// <summary>What stands in tables.</summary>
internal static class Cells
{
    public static Text Of(string? text, Color? colour = null) => new(Visible(text ?? string.Empty), new Style(colour));

    /// <summary>Names come from others: what would steer the terminal is made visible.</summary>
    public static string Visible(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;

    public static Text Outcome(string outcome) => Of(outcome, outcome switch
    {
        "created" => Color.Green,
        "changed" => Color.Yellow,
        "refused" => Color.Red,
        _ => Color.Grey,
    });
}

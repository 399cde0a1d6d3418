using Koppla.Cli.Api;
using Koppla.Cli.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Koppla.Cli.Output;

/// <summary>Results go to the standard output, all else to the standard error. Colours are for people at a terminal.</summary>
internal sealed class Display
{
    /// <summary>Output that no terminal shows is not broken into lines.</summary>
    private const int NoWidth = 10_000;

    private readonly TextWriter output;
    private readonly IAnsiConsole results;
    private readonly string? token;

    public Display(Surroundings surroundings, bool isJson, string? token)
    {
        var plain = surroundings.Variable("NO_COLOR") is { Length: > 0 } || surroundings.Variable("TERM") == "dumb";
        output = surroundings.Out;
        results = ConsoleOn(surroundings.Out, surroundings.OutIsTerminal, plain, surroundings.Width);
        Messages = ConsoleOn(surroundings.Error, surroundings.ErrorIsTerminal, plain, surroundings.Width);
        IsJson = isJson;
        this.token = token;
    }

    /// <summary>For messages and progress.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>Results are printed as the API's JSON.</summary>
    public bool IsJson { get; }

    public void Json(string text)
    {
        if (text.Length > 0)
        {
            output.WriteLine(text);
        }
    }

    public void Show(IRenderable result)
    {
        results.Write(result);
        if (result is Text)
        {
            results.WriteLine();
        }
    }

    public void Note(string text) => Messages.WriteLine(Clean(text), new Style(decoration: Decoration.Dim));

    /// <param name="failure">Is told; null: all was done.</param>
    /// <returns>The exit code.</returns>
    public int End(Failure? failure)
    {
        if (failure is null)
        {
            return ExitCode.Ok;
        }

        Tell(failure);
        return failure.ExitCode;
    }

    private void Tell(Failure failure)
    {
        Messages.WriteLine(Clean(failure.Text), new Style(Color.Red));
        foreach (var detail in failure.Details)
        {
            Messages.WriteLine($"  {Clean(detail)}");
        }
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal, bool plain, int width)
    {
        var hasColours = isTerminal && !plain;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = isTerminal ? width : NoWidth;
        return console;
    }

    private string Clean(string text) => Cells.Visible(Redaction.Of(text, token is null ? [] : [token]));
}

using System.CommandLine;
using System.CommandLine.Invocation;
using Koppla.Cli.Output;

namespace Koppla.Cli.Running;

/// <summary>From the arguments to the exit code.</summary>
internal static class Invocation
{
    public static async Task<int> RunAsync(
        RootCommand root, IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellation)
    {
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction mistake)
        {
            mistake.ShowHelp = false;
            return await TellMistakeAsync(parsed, surroundings);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = surroundings.Out,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>The parser repeats what it does not understand, and that may be a token.</summary>
    private static async Task<int> TellMistakeAsync(ParseResult parsed, Surroundings surroundings)
    {
        await using var told = new StringWriter();
        await parsed.InvokeAsync(new InvocationConfiguration { Output = told, Error = told });
        var tokens = parsed.GetResult(GlobalOptions.Token)?.Tokens.Select(token => token.Value) ?? [];
        await surroundings.Error.WriteLineAsync(Redaction.Of(told.ToString().Trim(), tokens));
        await surroundings.Error.WriteLineAsync("--help tells how it is used.");
        return ExitCode.Usage;
    }
}

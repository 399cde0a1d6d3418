using Spectre.Console;

namespace Koppla.Cli.Running;

/// <summary>What a run has around it.</summary>
/// <param name="OutIsTerminal">Whether a person reads <paramref name="Out"/>; so for <paramref name="ErrorIsTerminal"/>.</param>
/// <param name="Width">Of the terminal, in characters.</param>
/// <param name="Variable">The environment.</param>
/// <param name="Network">Makes what requests go through; its user disposes of it.</param>
internal sealed record Surroundings(
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    bool OutIsTerminal,
    bool ErrorIsTerminal,
    int Width,
    Func<string, string?> Variable,
    Func<HttpMessageHandler> Network,
    TimeProvider Time)
{
    public static Surroundings OfProcess() => new(
        Console.In,
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        AnsiConsole.Profile.Width,
        Environment.GetEnvironmentVariable,
        // A redirect would carry a change to another place, or turn it into a question.
        () => new SocketsHttpHandler { AllowAutoRedirect = false },
        TimeProvider.System);
}

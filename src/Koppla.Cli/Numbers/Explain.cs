using System.CommandLine;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Numbers;

/// <summary><c>numbers explain</c>.</summary>
internal static class Explain
{
    private static readonly string[] LineStates = ["busy", "no-answer", "no-connection", "declined"];

    public static Command Create(Surroundings surroundings)
    {
        var number = SharedOptions.Number();
        var caller = SharedOptions.Text("--caller", "Who calls; else withheld", "number");
        var at = SharedOptions.Text("--at", "When it rings, 2026-12-24T17:00:00+01:00; else now", "time");
        var asOf = SharedOptions.Text("--as-of", "By the rules as they were then; else as they are", "time");
        var language = SharedOptions.Text("--language", "Of the sentences: en or sv");
        language.AcceptOnlyFromAmong("en", "sv");
        Option<string[]>[] lines = [.. LineStates.Select(state => Numbers($"--{state}", $"Lines that do not take the call: {state}"))];
        var heard = Numbers("--referral-heard", "Numbers whose referral the caller has heard");
        return surroundings.Command(
            "explain", "Tell where a call would go, and why", [number, caller, at, asOf, language, .. lines, heard], run => run.ShowAsync(
                ApiRequest.Post("decisions", "explain").Json(
                    new ExplainRequest(
                        run.Get(number), run.Get(caller), run.Get(at), run.Get(asOf), LinesOf(run, lines), NotEmpty(run.Get(heard))),
                    Written.Json.ExplainRequest) with { Language = run.Get(language) },
                ApiJson.Default.ExplainBody,
                ExplainView.Of));
    }

    private static Option<string[]> Numbers(string name, string description) =>
        new(name) { Description = description, HelpName = "number", AllowMultipleArgumentsPerToken = true };

    /// <summary>Of a line that is told twice the last state holds.</summary>
    private static Dictionary<string, string>? LinesOf(Run run, Option<string[]>[] options)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (option, state) in options.Zip(LineStates))
        {
            foreach (var line in run.Get(option) ?? [])
            {
                lines[line] = state;
            }
        }

        return lines.Count > 0 ? lines : null;
    }

    private static string[]? NotEmpty(string[]? numbers) => numbers is { Length: > 0 } ? numbers : null;
}

using Koppla.Cli.Running;

namespace Koppla.Cli.Tests.Fakes;

/// <summary>Runs commands as a shell does, with an API that is not there.</summary>
internal sealed class Shell
{
    public FakeApi Api { get; } = new();

    public HurriedTime Time { get; } = new();

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["KOPPLA_TOKEN"] = Tokens.Administrator };

    public string In { get; init; } = "";

    public bool IsTerminal { get; init; }

    /// <summary>Null: to <see cref="Api"/>.</summary>
    public Func<HttpMessageHandler>? Network { get; init; }

    public CancellationToken Interrupted { get; init; } = TestContext.Current.CancellationToken;

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await KopplaCommand.RunAsync(
            arguments,
            new Surroundings(
                new StringReader(In),
                output,
                error,
                IsTerminal,
                IsTerminal,
                Width: 120,
                Variables.GetValueOrDefault,
                Network ?? Api.Handler,
                Time),
            Interrupted);
        return new(code, output.ToString(), error.ToString());
    }
}

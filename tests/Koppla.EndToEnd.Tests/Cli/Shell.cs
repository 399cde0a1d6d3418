using Koppla.Cli;
using Koppla.Cli.Running;
using Koppla.Local.Processes;

namespace Koppla.EndToEnd.Tests.Cli;

/// <summary>The shell of an administrator of an organisation, whose command line asks the running app.</summary>
internal sealed class Shell(StackFixture fixture, Tenant tenant)
{
    public Tenant Tenant => tenant;

    public Dictionary<string, string?> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["KOPPLA_SERVER"] = fixture.Stack.App.BaseAddress.AbsoluteUri,
        ["KOPPLA_TOKEN"] = fixture.Stack.Token(tenant.Id.Value, Guid.NewGuid(), "Admin", "Koppla.Admin"),
    };

    /// <summary>The standard input of what is run next.</summary>
    public string In { get; set; } = "";

    /// <summary>With an organisation of its own.</summary>
    public static async Task<Shell> OpenAsync(StackFixture fixture) =>
        new(fixture, await Tenant.CreateAsync(fixture.Stack, fallback: null));

    /// <summary>Runs a command in this process, as the program does.</summary>
    public async Task<Ended> RunAsync(params IReadOnlyList<string> arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var surroundings = Surroundings.OfProcess() with
        {
            In = new StringReader(In),
            Out = output,
            Error = error,
            OutIsTerminal = false,
            ErrorIsTerminal = false,
            Variable = name => Variables.GetValueOrDefault(name),
        };
        var code = await KopplaCommand.RunAsync(arguments, surroundings, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that does all that it is asked for.</summary>
    /// <returns>What it prints.</returns>
    public async Task<Ended> DoAsync(params IReadOnlyList<string> arguments)
    {
        var ended = await RunAsync(arguments);
        Assert.True(ended.Code == 0, $"{string.Join(' ', arguments)}: {ended.Code}\n{ended.Out}\n{ended.Error}");
        return ended;
    }

    /// <summary>Starts the program itself.</summary>
    public ChildProcess Start(params IReadOnlyList<string> arguments) => ChildProcess.Start(
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Koppla.Cli.dll"), .. arguments]) { Environment = Variables });
}

using System.Collections.Concurrent;
using System.Text.Json;
using Koppla.Local.Node;
using Koppla.Simulator.Telephones;

namespace Koppla.Simulator.Tests.Conformance;

/// <summary>One run of the driver against a simulator of its own, shared by all tests of its steps.</summary>
public sealed class ConformanceRun : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, StepResult> results = new(StringComparer.Ordinal);

    /// <summary>By step.</summary>
    public IReadOnlyDictionary<string, StepResult> Results => results;

    /// <summary>How the run ended, for the message of a step that is missing.</summary>
    public string Ending { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var driver = Path.Combine(AppContext.BaseDirectory, "Conformance", "driver");
        var packages = await new NodePackages(NodePackages.DefaultRoot, Report).InstallAsync(driver, cancellation);
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { OwnedNumbers = ["+46812340000"], MediaSpeed = 10 }, cancellation);
        Script(simulator.Telephones);
        await using var control = await ConformanceControl.StartAsync(simulator, cancellation);

        await using var node = NodeProcess.Start(Path.Combine(driver, "conformance.mjs"), [Settings(packages, simulator, control)], onLine: Note);
        try
        {
            Ending = $"The driver ended with code {await node.Exited.WaitAsync(Limit, cancellation)}.";
        }
        catch (TimeoutException)
        {
            Ending = $"The driver did not end within {Limit.TotalMinutes} minutes.";
        }

        Ending += $" Its last lines:\n{string.Join('\n', node.Output.Last(10))}";
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The numbers are those of world.mjs.
    private static void Script(TelephoneRegistry telephones)
    {
        telephones.Script("+46701110486", TelephoneScript.Busy());
        telephones.Script("+46701110603", TelephoneScript.Decline());
        telephones.Script("+46701110480", TelephoneScript.NoAnswer());
        telephones.Script("+46701110012", TelephoneScript.Default.PressWhenAsked("12#"));
    }

    private static string Settings(string packages, SimulatorServer simulator, ConformanceControl control) => JsonSerializer.Serialize(
        new DriverSettings(packages, simulator.BaseAddress, simulator.Options.AccessKey!, simulator.Options.ResourceId, control.Address),
        ConformanceJson.Default.DriverSettings);

    private void Note(string line)
    {
        if (StepResult.Read(line) is { } result)
        {
            results[result.Step] = result;
        }
    }

    private static void Report(string line) => TestContext.Current.SendDiagnosticMessage(line);
}

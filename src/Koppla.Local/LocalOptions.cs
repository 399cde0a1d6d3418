using System.CommandLine;

namespace Koppla.Local;

/// <summary>The command line.</summary>
internal static class LocalOptions
{
    public static readonly Option<int> AppPort = Port("--app-port", 7071, "of the function app");
    public static readonly Option<int> SimulatorPort = Port("--simulator-port", 7072, "of the simulator");
    public static readonly Option<int> AzuritePort = Port("--azurite-port", 7073, "of Azurite's table service");

    public static readonly Argument<string?> Mode = new("mode")
    {
        Description = "demo: play the demonstration and exit, with 0 if every call ended as it should",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static RootCommand Command()
    {
        Mode.AcceptOnlyFromAmong("demo");
        return new RootCommand("Koppla on this machine: Azurite, the provider's simulator and the function app.")
        {
            Mode, AppPort, SimulatorPort, AzuritePort,
        };
    }

    private static Option<int> Port(string name, int port, string whose)
    {
        var option = new Option<int>(name)
        {
            Description = $"Loopback port {whose}; 0 takes a free one",
            DefaultValueFactory = _ => port,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
            {
                result.AddError($"{name} is a port from 0 to {ushort.MaxValue}.");
            }
        });
        return option;
    }
}

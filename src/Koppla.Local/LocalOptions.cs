using System.CommandLine;
using System.Globalization;

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

    private static Option<int> Port(string name, int port, string whose) => new(name)
    {
        Description = $"Loopback port {whose}; 0 takes a free one",
        HelpName = "port",
        DefaultValueFactory = _ => port,
        CustomParser = result =>
        {
            if (ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given))
            {
                return given;
            }

            result.AddError($"{name} is a port from 1 to {ushort.MaxValue}, or 0 for a free one.");
            return default;
        },
    };
}

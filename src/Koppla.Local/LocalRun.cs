using System.CommandLine;
using Koppla.Local.Demo;
using Koppla.Local.Example;
using Koppla.Local.Processes;
using Koppla.Local.Stack;
using Koppla.Simulator;

namespace Koppla.Local;

/// <summary>Starts all, plays the demonstration, and stays up or ends.</summary>
internal static class LocalRun
{
    public static async Task<int> RunAsync(ParseResult arguments, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            await using var stack = await LocalStack.StartAsync(OptionsFrom(arguments, output), cancellation);
            output.WriteLine("Loading the example organisation ...");
            await ExampleData.LoadAsync(stack.Stores, cancellation);
            output.WriteLine();
            var failed = await new Demonstration(stack, output).PlayAsync(cancellation);
            if (arguments.GetValue(LocalOptions.Mode) is not null)
            {
                return failed == 0 ? 0 : 1;
            }

            await StayAsync(stack, output, cancellation);
            return 0;
        }
        catch (LocalStartException cannot)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0; // Ctrl-C
        }
    }

    private static LocalStackOptions OptionsFrom(ParseResult arguments, TextWriter output) => new()
    {
        AppPort = arguments.GetValue(LocalOptions.AppPort),
        SimulatorPort = arguments.GetValue(LocalOptions.SimulatorPort),
        AzuritePort = arguments.GetValue(LocalOptions.AzuritePort),
        Simulator = new SimulatorOptions
        {
            OwnedNumbers = [.. ExampleData.Numbers.Select(number => number.E164), DemoCalls.NotOurs.E164],
        },
        Progress = output.WriteLine,
    };

    private static async Task StayAsync(LocalStack stack, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine();
        output.WriteLine($"The API:        {stack.App.BaseAddress}api/v1/");
        output.WriteLine($"The simulator:  {stack.Simulator.BaseAddress}simulator/");
        output.WriteLine($"A token of the example organisation's administrator (one hour):");
        output.WriteLine(stack.Token(
            ExampleOrganisation.Id.Value, ExampleOrganisation.AdminId.Value, "Administrator", "Koppla.Admin"));
        output.WriteLine($"A token of Anna's, whose app answers calls to {ExampleOrganisation.AnnaFixed.Display} (one hour):");
        output.WriteLine(stack.Token(
            ExampleOrganisation.Id.Value, ExamplePeople.Anna.Id.Value, ExamplePeople.Anna.Name, "Koppla.User"));
        output.WriteLine("Ctrl-C ends all of it.");
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}

using System.Diagnostics;
using System.Reflection;

namespace Koppla.Infra.Tests;

/// <summary>The Bicep compiler.</summary>
internal static class Bicep
{
    private static readonly string program =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Bicep").Value +
        (OperatingSystem.IsWindows() ? ".exe" : "");

    /// <summary>Tests must not depend on what the shell has: only these variables are there for parameters.</summary>
    private static readonly string[] Ours = ["KOPPLA_", "AZURE_"];

    public static async Task<Run> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var inherited in start.Environment.Keys.Where(name => Ours.Any(name.StartsWith)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return await Run.OfAsync(start);
    }
}

using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Functions;

/// <summary>Where functions are looked for.</summary>
internal static class FunctionsAssembly
{
    /// <summary>
    /// The types of the assembly named by the setting <c>StandinHost:FunctionsAssembly</c>, else of the entry assembly. The setting is for
    /// those who run the app inside another program.
    /// </summary>
    public static Type[] Types(IConfiguration settings) =>
        settings["StandinHost:FunctionsAssembly"] is { Length: > 0 } name
            ? Assembly.Load(new AssemblyName(name)).GetTypes()
            : Assembly.GetEntryAssembly()?.GetTypes() ?? [];
}

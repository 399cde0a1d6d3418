using Microsoft.AspNetCore.Builder;

namespace Koppla.Standins.FunctionsWorker.Application;

/// <summary>
/// Which environment the app runs in: the command line's <c>--environment</c>, else DOTNET_ENVIRONMENT or ASPNETCORE_ENVIRONMENT, else
/// AZURE_FUNCTIONS_ENVIRONMENT, each as an environment variable or in local.settings.json, else Production.
/// </summary>
internal static class HostEnvironment
{
    public static WebApplicationOptions Apply(string[] args, IReadOnlyDictionary<string, string?> local)
    {
        string? Value(string name) => Environment.GetEnvironmentVariable(name) ?? local.GetValueOrDefault(name);
        var environment = Value("DOTNET_ENVIRONMENT") ?? Value("ASPNETCORE_ENVIRONMENT") ?? Value("AZURE_FUNCTIONS_ENVIRONMENT");

        // Later arguments win, so this is a default for the command line.
        return new() { Args = environment is null ? args : [$"--environment={environment}", .. args] };
    }
}

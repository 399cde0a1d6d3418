using System.CommandLine;

namespace Koppla.Cli.Running;

/// <summary>The options of every command.</summary>
internal static class GlobalOptions
{
    public const string ServerVariable = "KOPPLA_SERVER";
    public const string TokenVariable = "KOPPLA_TOKEN";
    public const string DefaultServer = "http://127.0.0.1:7071";

    public static readonly Option<string?> Server = new("--server")
    {
        Description = $"Where Koppla is; else {ServerVariable}, else {DefaultServer}, the local run. http is for this machine only",
        HelpName = "url",
        Recursive = true,
    };

    // No default value: help would show it.
    public static readonly Option<string?> Token = new("--token")
    {
        Description = $"The token that says who asks; better in {TokenVariable}, for command lines are seen by others",
        HelpName = "token",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the API's JSON as it is, and nothing else; of lists one array with the items of all pages",
        Recursive = true,
    };
}

using System.Security;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.Documents;

/// <summary>A file that the command line names; <c>-</c> is the standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    public static async Task<(string? Text, Failure? Failure)> ReadAsync(this Run run, string path)
    {
        try
        {
            return (path == StandardInput
                ? await run.Surroundings.In.ReadToEndAsync(run.Cancellation)
                : await File.ReadAllTextAsync(path, run.Cancellation), null);
        }
        catch (Exception unread) when (IsUnreadable(unread))
        {
            return (null, Failure.Usage($"The file {path} cannot be read.", unread.Message));
        }
    }

    /// <summary>Whether a file could not be read for what it is, where it is, or whose it is.</summary>
    public static bool IsUnreadable(Exception failure) => failure is IOException or UnauthorizedAccessException or SecurityException;
}

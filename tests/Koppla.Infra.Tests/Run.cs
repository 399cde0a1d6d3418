using System.Diagnostics;

namespace Koppla.Infra.Tests;

/// <summary>What came of running a program.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public static async Task<Run> OfAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Koppla.Local.Processes;

/// <summary>Asks a process to end by itself, which .NET has no call for.</summary>
internal static class Termination
{
    private const int Terminate = 15;

    /// <returns>False where there is no such request (Windows) or it could not be sent.</returns>
    public static bool TryAsk(Process process) => !OperatingSystem.IsWindows() && Signal(process.Id, Terminate) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}

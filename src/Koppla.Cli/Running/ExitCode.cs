namespace Koppla.Cli.Running;

internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>By the API: all of it, or a part.</summary>
    public const int Refused = 1;

    /// <summary>The command line, the environment or a file is not right.</summary>
    public const int Usage = 2;

    /// <summary>The server, or it cannot serve now.</summary>
    public const int Unreachable = 3;

    /// <summary>Ctrl-C, as shells have it.</summary>
    public const int Interrupted = 130;
}

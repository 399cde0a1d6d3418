using System.Globalization;
using Koppla.Local.Processes;

namespace Koppla.Local.Node;

/// <summary>The programs <c>node</c> and <c>npm</c>, wherever the path has them.</summary>
internal static class NodeTools
{
    private const int OldestMajor = 20;
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(10);

    /// <exception cref="LocalStartException"><c>node-missing</c> or <c>node-too-old</c>.</exception>
    public static async Task RequireNodeAsync(string neededBy, CancellationToken cancellation)
    {
        var advice = $"{neededBy} needs Node.js {OldestMajor} or newer, with npm. Install it from https://nodejs.org/ and try again.";
        string version;
        try
        {
            await using var node = ChildProcess.Start(new("node", ["--version"]));
            version = await node.LineAsync(line => line.StartsWith('v'), cancellation);
        }
        catch (LocalStartException missing)
        {
            throw new LocalStartException("node-missing", $"Node.js was not found on the path. {advice}", missing);
        }

        if (Major(version) < OldestMajor)
        {
            throw new LocalStartException("node-too-old", $"Node.js {version} is too old. {advice}");
        }
    }

    /// <summary>Runs <c>npm ci</c> in the folder; no script of a package is run.</summary>
    /// <exception cref="LocalStartException"><c>npm-missing</c> or <c>npm-failed</c>.</exception>
    public static async Task InstallLockedAsync(string name, string folder, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(InstallLimit);
        await using var npm = StartNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"], folder);
        try
        {
            if (await npm.Exited.WaitAsync(limited.Token) is var code && code != 0)
            {
                throw new LocalStartException(
                    "npm-failed",
                    $"npm could not install {name} (exit code {code}). Is the package registry reachable? Its last lines:\n{string.Join('\n', npm.Output.Last(15))}");
            }
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new LocalStartException("npm-failed", $"npm did not install {name} within {InstallLimit.TotalMinutes} minutes.", slow);
        }
    }

    /// <summary>The major number of a version such as <c>v22.4.1</c>.</summary>
    public static int Major(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static ChildProcess StartNpm(IReadOnlyList<string> arguments, string folder)
    {
        // On Windows npm is a command script, which only the command interpreter can run.
        var command = OperatingSystem.IsWindows() ? new ChildCommand("cmd.exe", ["/d", "/c", "npm", .. arguments]) : new ChildCommand("npm", arguments);
        try
        {
            return ChildProcess.Start(command with { WorkingDirectory = folder });
        }
        catch (LocalStartException missing)
        {
            throw new LocalStartException("npm-missing", "npm, which comes with Node.js, was not found on the path. Install Node.js from https://nodejs.org/ and try again.", missing);
        }
    }
}

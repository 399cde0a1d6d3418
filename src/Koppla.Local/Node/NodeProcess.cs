using Koppla.Local.Processes;

namespace Koppla.Local.Node;

/// <summary>Runs a JavaScript program that ends when its parent does, and says which ports it listens on.</summary>
internal static class NodeProcess
{
    private const string Listening = "listening on ";

    // Runs before the program, in the same process: no second process that could be left behind.
    internal const string Guard = $$"""
        const { Server } = require('node:net');
        const { listen } = Server.prototype;
        Server.prototype.listen = function (...args) {
          this.once('listening', () => console.log(`{{Listening}}${this.address().address}:${this.address().port}`));
          return listen.apply(this, args);
        };
        process.stdin.on('close', () => process.exit(0)).resume().unref();
        import(require('node:url').pathToFileURL(process.argv[1]).href)
          .catch(error => { console.error(error); process.exit(1); });
        """;

    /// <summary>Starts a CommonJS or ES module, given by its path. It sees that path and the arguments in <c>process.argv</c>, as usual.</summary>
    public static ChildProcess Start(string script, IReadOnlyList<string> arguments, string? workingDirectory = null, Action<string>? onLine = null) =>
        ChildProcess.Start(new("node", ["-e", Guard, "--", script, .. arguments]) { WorkingDirectory = workingDirectory, OnLine = onLine });

    /// <summary>The port that the program listens on, as soon as it does.</summary>
    public static async Task<int> PortAsync(ChildProcess node, CancellationToken cancellation)
    {
        var line = await node.LineAsync(line => line.StartsWith(Listening, StringComparison.Ordinal), cancellation);
        return int.Parse(line[(line.LastIndexOf(':') + 1)..]);
    }
}

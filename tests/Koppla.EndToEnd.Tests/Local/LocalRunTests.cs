using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Koppla.Local.Processes;

namespace Koppla.EndToEnd.Tests.Local;

/// <summary>The one command that a newcomer types.</summary>
public sealed class LocalRunTests
{
    private static readonly string[] FreePorts = ["--app-port", "0", "--simulator-port", "0", "--azurite-port", "0"];

    [Fact]
    public async Task The_demonstration_ends_well_and_leaves_no_process_behind()
    {
        await using var run = Start(["demo", .. FreePorts]);

        var code = await run.Exited.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

        Assert.True(code == 0, string.Join('\n', run.Output.Last(200)));
        Assert.Contains(run.Output.Last(200), line => line.Contains("ended as they should", StringComparison.Ordinal));
        Assert.Empty(ChildrenOf(run.Id));
    }

    [Theory]
    [InlineData("--app-port")]
    [InlineData("--simulator-port")]
    [InlineData("--azurite-port")]
    public async Task A_taken_port_gives_a_clear_message(string option)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();
        string[] ports = [.. FreePorts];
        ports[Array.IndexOf(ports, option) + 1] = port;

        await using var run = Start(["demo", .. ports]);
        var code = await run.Exited.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        var message = Assert.Single(run.Output.Last(200), line => line.Contains(port, StringComparison.Ordinal));
        Assert.Contains("choose another port", message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output.Last(200), line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--app-port", "abc")]
    [InlineData("--simulator-port", "-1")]
    [InlineData("--azurite-port", "65536")]
    public async Task What_is_no_port_is_told_with_what_is_one(string option, string port)
    {
        await using var run = Start(["demo", option, port]);
        var code = await run.Exited.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains($"{option} is a port from 1 to 65535, or 0 for a free one.", run.Output.Last(200));
        Assert.DoesNotContain(run.Output.Last(200), line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Being_told_to_end_it_ends_all_of_it()
    {
        await using var run = await StartAsync();
        var parts = PartsOf(run);

        await run.StopAsync(TimeSpan.FromSeconds(30));

        await AssertEndedAsync(parts);
    }

    [Fact]
    public async Task Being_killed_it_takes_all_of_it_along()
    {
        await using var run = await StartAsync();
        var parts = PartsOf(run);

        Process.GetProcessById(run.Id).Kill(entireProcessTree: false);

        await AssertEndedAsync(parts);
    }

    private static async Task<ChildProcess> StartAsync()
    {
        var run = Start(FreePorts);
        await run.LineAsync(line => line.StartsWith("Ctrl-C", StringComparison.Ordinal), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        return run;
    }

    private static IReadOnlyList<Process> PartsOf(ChildProcess run)
    {
        var parts = ChildrenOf(run.Id);
        Assert.Equal(2, parts.Count); // Azurite and the function app
        return [.. parts.Select(Process.GetProcessById)];
    }

    private static Task AssertEndedAsync(IReadOnlyList<Process> parts) => Task
        .WhenAll(parts.Select(part => part.WaitForExitAsync(TestContext.Current.CancellationToken)))
        .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static ChildProcess Start(IReadOnlyList<string> arguments) => ChildProcess.Start(
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Koppla.Local.dll"), .. arguments]));

    private static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. Process.GetProcesses().Select(each => each.Id).Where(id => ParentOf(id) == parent)];

    // The fourth field of /proc/PID/stat; the second, the name, is in brackets and may hold spaces.
    private static int? ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using Koppla.Local.Node;
using Koppla.Local.Processes;

namespace Koppla.Simulator.Tests.Azurite;

public sealed class ChildProcessTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_program_that_does_not_exist_is_said_to_be_missing()
    {
        var failure = Assert.Throws<LocalStartException>(() => ChildProcess.Start(new("no-such-program-here", [])));

        Assert.Equal("program-missing", failure.Name);
        Assert.Contains("no-such-program-here", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_line_that_never_came_tells_the_code_and_the_last_lines()
    {
        await using var child = Node("console.log('out'); console.error('no luck'); process.exitCode = 3");

        var failure = await Assert.ThrowsAsync<LocalStartException>(() => child.LineAsync(line => line.StartsWith("ready", StringComparison.Ordinal), TestContext.Current.CancellationToken));

        Assert.Equal("ended-early", failure.Name);
        Assert.Contains("code 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no luck", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_found_whether_it_came_before_or_after_the_wait_began()
    {
        await using var child = Node("console.log('first'); process.stdin.resume(); setTimeout(() => console.log('second'), 50)");

        Assert.Equal("second", await child.LineAsync(line => line is "second", TestContext.Current.CancellationToken));
        Assert.Equal("first", await child.LineAsync(line => line is "first", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_environment_is_added_to_and_taken_from()
    {
        await using var child = ChildProcess.Start(new("node", ["-p", "process.env.KOPPLA_COLOUR + ' ' + process.env.HOME"])
        {
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["KOPPLA_COLOUR"] = "blue", ["HOME"] = null },
        });

        Assert.Equal("blue undefined", await child.LineAsync(_ => true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stopping_lets_a_program_end_by_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no request to end.");
        await using var child = Node("process.on('SIGTERM', () => { console.log('bye'); process.exit(7); }); process.stdin.resume(); console.log('ready')");
        await child.LineAsync(line => line is "ready", TestContext.Current.CancellationToken);

        await child.StopAsync();

        Assert.Equal(7, await child.Exited);
        Assert.Equal("bye", Assert.Single(child.Output.Last(1)));
    }

    [Fact]
    public async Task A_program_that_will_not_end_is_ended()
    {
        await using var child = Node("process.on('SIGTERM', () => {}); process.stdin.resume(); console.log('ready')");
        await child.LineAsync(line => line is "ready", TestContext.Current.CancellationToken);

        await child.StopAsync(TimeSpan.FromMilliseconds(50));

        Assert.NotEqual(0, await child.Exited);
    }

    [Fact]
    public async Task A_guarded_program_ends_when_its_parent_is_killed()
    {
        // The program writes to the same output as its parent, so that the output ends only when both have.
        const string Parent = """
            const { spawn } = require('node:child_process');
            spawn(process.execPath, ['-e', process.env.GUARD, '--', process.env.PROGRAM], { stdio: ['pipe', 'inherit', 'inherit'] });
            """;
        var program = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid():N}.cjs");
        await File.WriteAllTextAsync(program, "require('node:net').createServer().listen(0, '127.0.0.1')", TestContext.Current.CancellationToken);
        await using var parent = ChildProcess.Start(new("node", ["-e", Parent])
        {
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["GUARD"] = NodeProcess.Guard, ["PROGRAM"] = program },
        });
        Assert.NotEqual(0, await NodeProcess.PortAsync(parent, TestContext.Current.CancellationToken));

        using (var handle = Process.GetProcessById(parent.Id))
        {
            handle.Kill();
        }

        await parent.Exited.WaitAsync(Limit, TestContext.Current.CancellationToken);
        File.Delete(program);
    }

    private static ChildProcess Node(string program) => ChildProcess.Start(new("node", ["-e", program]));
}

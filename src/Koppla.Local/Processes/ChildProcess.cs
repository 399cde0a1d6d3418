using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Koppla.Local.Processes;

/// <summary>
/// A program that runs as long as this process wants it to. Its output is captured by line, its standard input stays open until it is
/// stopped, and it is ended when this process exits. A program that watches its input ends even if this process is killed.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<ChildProcess, Process> Running = new();

    private readonly Process process;
    private readonly ChildCommand command;

    static ChildProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var running in Running.Values)
        {
            Kill(running);
        }
    };

    private ChildProcess(Process process, ChildCommand command)
    {
        this.process = process;
        this.command = command;
        Id = process.Id;
        Running[this] = process;
        Exited = RunAsync();
    }

    public int Id { get; }

    public OutputLines Output { get; } = new();

    /// <summary>The exit code, once the program has ended and its last line has been read.</summary>
    public Task<int> Exited { get; }

    /// <exception cref="LocalStartException"><c>program-missing</c>: there is no such program, or it may not be run.</exception>
    public static ChildProcess Start(ChildCommand command)
    {
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory ?? string.Empty,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new ChildProcess(Process.Start(start)!, command);
        }
        catch (Win32Exception missing)
        {
            throw new LocalStartException("program-missing", $"The program '{command.File}' could not be started: {missing.Message}", missing);
        }
    }

    /// <summary>The first line that the condition accepts.</summary>
    /// <exception cref="LocalStartException"><c>ended-early</c>: the program ended without such a line; the message has its last lines.</exception>
    public async Task<string> LineAsync(Func<string, bool> accepts, CancellationToken cancellation) =>
        await Output.FirstAsync(accepts, cancellation) ?? throw new LocalStartException(
            "ended-early",
            $"'{command.File}' ended with code {await Exited.WaitAsync(cancellation)}. Its last lines:\n{string.Join('\n', Output.Last(10))}");

    /// <summary>Asks the program to end (SIGTERM; on Windows it is ended at once), and ends it and its own children after the limit.</summary>
    /// <param name="patience">How long it may take; 5 seconds if not said.</param>
    public async Task StopAsync(TimeSpan? patience = null)
    {
        if (!Exited.IsCompleted && !Termination.TryAsk(process))
        {
            Kill(process);
        }

        try
        {
            await Exited.WaitAsync(patience ?? DefaultPatience);
        }
        catch (TimeoutException)
        {
            Kill(process);
            await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private async Task<int> RunAsync()
    {
        await Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError), process.WaitForExitAsync());
        Running.TryRemove(this, out _);
        Output.Complete();
        return process.ExitCode;
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            Output.Add(line);
            command.OnLine?.Invoke(line);
        }
    }

    private static void Kill(Process victim)
    {
        try
        {
            victim.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}

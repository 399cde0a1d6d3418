using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.Extensions.Hosting;

namespace Koppla.Standins.FunctionsWorker.Timers;

/// <summary>Runs the timers from when everything else has started until the host stops.</summary>
internal sealed class TimerService(FunctionTable table, BackgroundInvoker invoker, TimeProvider time, ShutdownDeadline shutdown)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly List<Task> running = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in table.Timers)
        {
            Track(timer.RepeatAsync(invoker, time, stopping.Token));
        }

        return Task.CompletedTask;
    }

    /// <summary>False if no timer has that name.</summary>
    public bool TryRunNow(string name)
    {
        if (table.Timers.FirstOrDefault(timer => string.Equals(timer.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return false;
        }

        Track(Task.Run(() => found.RunNowAsync(invoker, time)));
        return true;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.Register(shutdown.Pass);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task all;
        lock (gate)
        {
            all = Task.WhenAll(running);
        }

        await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private void Track(Task task)
    {
        lock (gate)
        {
            running.RemoveAll(done => done.IsCompleted);
            running.Add(task);
        }
    }
}

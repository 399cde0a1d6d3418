using System.Collections.Concurrent;

namespace Koppla.Simulator;

/// <summary>Work that nobody waits for until the server stops. A bug in it comes out of <see cref="DisposeAsync"/>.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<Exception> bugs = new();
    private readonly Lock gate = new();
    private TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;

    public void Run(Func<CancellationToken, Task> work)
    {
        lock (gate)
            running++;
        ThreadPool.QueueUserWorkItem(static state => state.self.Track(state.work), (self: this, work), preferLocal: false);
    }

    /// <summary>Completes when nothing runs.</summary>
    public Task IdleAsync()
    {
        lock (gate)
            return running == 0 ? Task.CompletedTask : idle.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await IdleAsync();
        stopping.Dispose();
        if (!bugs.IsEmpty)
            throw new AggregateException(bugs);
    }

#pragma warning disable MA0155, CA1031 // the start of fire-and-forget work: every exception ends up in bugs
    private async void Track(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was under way when the server stopped.
        }
        catch (Exception exception)
        {
            bugs.Enqueue(exception);
        }
        finally
        {
            Leave();
        }
    }
#pragma warning restore MA0155, CA1031

    private void Leave()
    {
        lock (gate)
        {
            if (--running > 0)
                return;
            idle.TrySetResult();
            idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

using System.Collections.Concurrent;

namespace Koppla.Simulator;

/// <summary>Work that nobody waits for until the server stops. A bug in it comes out of <see cref="DisposeAsync"/>.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Exception> bugs = new();

    // The owner counts as one, so that the count comes to zero only after the stop.
    private int running = 1;

    public void Run(Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref running);
        ThreadPool.QueueUserWorkItem(static state => state.self.Track(state.work), (self: this, work), preferLocal: false);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Leave();
        await idle.Task;
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
        if (Interlocked.Decrement(ref running) == 0)
            idle.TrySetResult();
    }
}

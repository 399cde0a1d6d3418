namespace Koppla.Functions.LiveUpdates;

/// <summary>Somebody who waits for changes: begin, look, wait for <see cref="Changed"/>, and so on. No change after the look is missed.</summary>
internal sealed class Listening(Action<Listening> end) : IDisposable
{
    private volatile TaskCompletionSource changed = NotYet();

    /// <summary>Done when something has changed since the last <see cref="Begin"/>, or a little before it.</summary>
    public Task Changed => changed.Task;

    public void Begin()
    {
        // One that is not done stays, for a signal may be about to set it.
        if (changed.Task.IsCompleted)
        {
            changed = NotYet();
        }
    }

    public void Signal() => changed.TrySetResult();

    public void Dispose() => end(this);

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

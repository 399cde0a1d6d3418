namespace Koppla.Simulator.Calls;

/// <summary>Somebody who waits for a call to come to a state.</summary>
internal sealed class CallWait(Func<bool> condition)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => reached.Task;

    /// <summary>Whether the wait is over. What the condition throws ends it too.</summary>
    public bool Check()
    {
        try
        {
            return condition() && reached.TrySetResult();
        }
#pragma warning disable CA1031 // the waiter's own exception goes back to the waiter
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return reached.TrySetException(exception);
        }
    }
}

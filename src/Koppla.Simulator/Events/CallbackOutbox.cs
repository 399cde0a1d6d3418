namespace Koppla.Simulator.Events;

/// <summary>
/// Sends the events of one connection in order, one after the other. While a command runs it is corked, so that no event
/// overtakes the command's answer.
/// </summary>
internal sealed class CallbackOutbox(CallbackSender sender)
{
    private readonly Lock gate = new();
    private readonly Queue<Callback> waiting = new();
    private TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int corks;
    private bool sending;

    /// <summary>Completes when the next event has been sent.</summary>
    public Task NextSent
    {
        get
        {
            lock (gate)
                return sent.Task;
        }
    }

    public void Cork()
    {
        lock (gate)
            corks++;
    }

    public void Uncork()
    {
        lock (gate)
        {
            corks--;
            Start();
        }
    }

    public void Add(Callback callback)
    {
        lock (gate)
        {
            waiting.Enqueue(callback);
            Start();
        }
    }

    private void Start()
    {
        if (sending || corks > 0 || waiting.Count == 0)
            return;
        sending = true;
        sender.Background.Run(SendAsync);
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        while (Next() is { } callback)
        {
            await sender.DeliverAsync(callback, stopping);
            lock (gate)
            {
                sent.TrySetResult();
                sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private Callback? Next()
    {
        lock (gate)
        {
            if (corks == 0 && waiting.TryDequeue(out var callback))
                return callback;
            sending = false;
            return null;
        }
    }
}

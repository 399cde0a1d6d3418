namespace Koppla.Simulator.Calls;

/// <summary>The lock of one call. Whoever waits for a state of the call is told when the outermost holder leaves, so nobody sees half a step.</summary>
internal sealed class CallGate
{
    private static long made;

    private readonly Lock inner = new();
    private int depth;

    /// <summary>Gates of two calls are entered in this order.</summary>
    public long Order { get; } = Interlocked.Increment(ref made);

    public Action? Leaving { get; set; }

    public Scope Enter()
    {
        inner.Enter();
        depth++;
        return new Scope(this);
    }

    private void Leave()
    {
        try
        {
            if (depth == 1)
                Leaving?.Invoke();
        }
        finally
        {
            depth--;
            inner.Exit();
        }
    }

    internal readonly ref struct Scope(CallGate gate)
    {
        public void Dispose() => gate.Leave();
    }
}

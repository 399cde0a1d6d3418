namespace Koppla.Simulator.Telephones;

/// <summary>One telephone: its scripts, how often it rang, and who waits for it to ring.</summary>
internal sealed class Telephone
{
    private readonly Lock gate = new();
    private readonly List<(int Times, TaskCompletionSource Rang)> waits = [];
    private TelephoneScript[] scripts = [];
    private int called;
    private int rang;

    public bool IsScripted => scripts.Length > 0;

    public IReadOnlyList<TelephoneScript> Scripts => scripts;

    public int TimesRung => Volatile.Read(ref rang);

    public void Script(TelephoneScript[] inTurn)
    {
        lock (gate)
        {
            scripts = inTurn;
            called = 0;
        }
    }

    /// <summary>The script of this call: each in its turn, the last one for ever.</summary>
    public TelephoneScript Call()
    {
        lock (gate)
        {
            var script = scripts.Length == 0 ? TelephoneScript.Default : scripts[Math.Min(called, scripts.Length - 1)];
            called++;
            if (script.Rings)
            {
                rang++;
                waits.RemoveAll(wait => wait.Times <= rang && wait.Rang.TrySetResult());
            }

            return script;
        }
    }

    public Task RangAsync(int times, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (rang >= times)
                return Task.CompletedTask;
            var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waits.Add((times, wait));
            return wait.Task.WaitAsync(cancellation);
        }
    }
}

namespace Koppla.Simulator.Calls;

/// <summary>The pending timers of one call or leg. An alarm rings inside the gate that its owner stands behind at that moment.</summary>
internal sealed class AlarmClock(TimeProvider time, Func<CallGate> gate)
{
    private readonly HashSet<Alarm> pending = [];

    /// <summary>Called inside the gate.</summary>
    public IDisposable After(TimeSpan due, Action action)
    {
        var alarm = new Alarm(this, action);
        pending.Add(alarm);
        alarm.Start(time, due < TimeSpan.Zero ? TimeSpan.Zero : due);
        return alarm;
    }

    public void Clear()
    {
        foreach (var alarm in pending.ToArray())
            alarm.Dispose();
    }

    private sealed class Alarm(AlarmClock clock, Action action) : IDisposable
    {
        private ITimer? timer;

        public void Start(TimeProvider time, TimeSpan due) =>
            timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, due, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            clock.pending.Remove(this);
            timer?.Dispose();
        }

        private void Ring()
        {
            while (true)
            {
                var current = clock.Gate();
                using (current.Enter())
                {
                    // A leg that was moved to another call meanwhile stands behind that call's gate.
                    if (current != clock.Gate())
                        continue;
                    if (clock.pending.Remove(this))
                    {
                        timer?.Dispose();
                        action();
                    }

                    return;
                }
            }
        }
    }

    private CallGate Gate() => gate();
}

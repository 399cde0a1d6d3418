namespace Koppla.Cli.Tests.Fakes;

/// <summary>Short waits are over at once, and remembered. Limits never come, unless told; then they have come already.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private static readonly TimeSpan Limits = TimeSpan.FromSeconds(100);

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public bool LimitsCome { get; set; }

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period));
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Hurried(TimeSpan dueTime)
    {
        if (dueTime >= Limits)
        {
            return LimitsCome ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        }

        if (dueTime >= TimeSpan.Zero)
        {
            Waits.Add(dueTime);
            return TimeSpan.Zero;
        }

        return dueTime;
    }

    private sealed class Timer(HurriedTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Hurried(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Koppla.Standins.Tests.FunctionsWorker;

/// <summary>A clock that stands still until it is told, and tells when somebody has begun to wait for it.</summary>
internal sealed class SignallingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> armed = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        armed.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a timer is set, then lets the time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var token = TestContext.Current.CancellationToken;
        await armed.Reader.ReadAsync(token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), token);
        Advance(span);
    }
}

using System.Diagnostics;

namespace Koppla.Benchmarks.Calls.Load;

/// <summary>When each call's event was sent, and when its command arrived. A call is known by its number in the sequence.</summary>
internal sealed class CallTimes
{
    /// <summary>The most calls of a run.</summary>
    private const int Capacity = 1 << 23;

    private readonly long[] sent = new long[Capacity];
    private readonly long[] arrived = new long[Capacity];
    private int last = -1;

    /// <summary>The number of a new call.</summary>
    public int Next() => Interlocked.Increment(ref last);

    public void Send(int call) => sent[call] = Stopwatch.GetTimestamp();

    /// <exception cref="InvalidOperationException">There is no such call, or its command has come before.</exception>
    public void Arrive(int call)
    {
        if (call > last || Interlocked.CompareExchange(ref arrived[call], Stopwatch.GetTimestamp(), 0) != 0)
        {
            throw new InvalidOperationException($"A command for call {call} that was not expected.");
        }
    }

    /// <summary>From the start of sending to the arrival of the command.</summary>
    /// <exception cref="InvalidOperationException">No command has come.</exception>
    public TimeSpan Latency(int call) => arrived[call] == 0
        ? throw new InvalidOperationException($"No command came for call {call}.")
        : Stopwatch.GetElapsedTime(sent[call], arrived[call]);
}

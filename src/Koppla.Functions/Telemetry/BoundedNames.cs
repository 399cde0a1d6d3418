using System.Collections.Concurrent;

namespace Koppla.Functions.Telemetry;

/// <summary>The first names that come, and one for all others: a metric with a tag for everybody would cost without end.</summary>
internal sealed class BoundedNames(int most)
{
    public const string Other = "other";

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);
    private int count;

    public string Of(string name)
    {
        if (known.ContainsKey(name))
        {
            return name;
        }

        // Counted before it is let in: two that come at once must not both take the last place.
        if (Volatile.Read(ref count) >= most || Interlocked.Increment(ref count) > most)
        {
            return Other;
        }

        if (!known.TryAdd(name, true))
        {
            Interlocked.Decrement(ref count);
        }

        return name;
    }
}

namespace Koppla.Benchmarks.Operations;

/// <summary>What the app has asked of the tables and of the provider, in order.</summary>
internal sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<CountedRequest> requests = [];

    public void Add(CountedRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
        }
    }

    /// <summary>Returns what has come since the last time.</summary>
    public IReadOnlyList<CountedRequest> Take()
    {
        lock (gate)
        {
            CountedRequest[] taken = [.. requests];
            requests.Clear();
            return taken;
        }
    }
}

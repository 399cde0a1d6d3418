using System.Collections.Concurrent;

namespace Koppla.Simulator.Rest;

/// <summary>
/// The first answer to each Repeatability-Request-ID, for five minutes. A repetition that comes while the first is still
/// executed waits for it.
/// </summary>
internal sealed class RepeatedAnswers(TimeProvider time)
{
    private const int Most = 100_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Path, string Id), Lazy<(Reply Reply, Command Command)>> answers = new();
    private readonly ConcurrentQueue<((string Path, string Id) Key, DateTimeOffset Since)> ages = new();

    public (Reply Reply, Command Command, bool Replayed) Execute(string path, string? id, Operation operation, Command command)
    {
        if (id is null)
            return (operation.Execute(command), command, false);

        Trim();
        var mine = new Lazy<(Reply, Command)>(() => (operation.Execute(command), command));
        var kept = answers.GetOrAdd((path, id), mine);
        if (kept == mine)
            ages.Enqueue(((path, id), time.GetUtcNow()));
        var (reply, executed) = kept.Value;
        return (reply, executed, kept != mine);
    }

    private void Trim()
    {
        while (ages.TryPeek(out var oldest) && (ages.Count > Most || time.GetUtcNow() - oldest.Since > Lifetime) && ages.TryDequeue(out oldest))
            answers.TryRemove(oldest.Key, out _);
    }
}

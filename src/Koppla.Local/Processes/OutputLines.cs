namespace Koppla.Local.Processes;

/// <summary>
/// The lines a process has written, in order, that one can wait on. Of a long output only the latest lines are kept.
/// All members are safe to call from any thread.
/// </summary>
internal sealed class OutputLines
{
    private const int MostKept = 10_000;
    private const int DroppedAtOnce = MostKept / 2;

    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource changed = NewSignal();
    private int dropped;
    private bool complete;

    public IReadOnlyList<string> Last(int count)
    {
        lock (gate)
        {
            return [.. lines.TakeLast(count)];
        }
    }

    public void Add(string line) => Change(() =>
    {
        if (lines.Count == MostKept)
        {
            lines.RemoveRange(0, DroppedAtOnce);
            dropped += DroppedAtOnce;
        }

        lines.Add(line);
    });

    /// <summary>No more lines will come.</summary>
    public void Complete() => Change(() => complete = true);

    /// <summary>The first line, kept already or yet to come, that the condition accepts; null when the output ends without one.</summary>
    public async Task<string?> FirstAsync(Func<string, bool> accepts, CancellationToken cancellation)
    {
        for (var seen = 0; ;)
        {
            var (news, more) = Since(seen, out seen);
            if (news.FirstOrDefault(accepts) is { } line)
            {
                return line;
            }

            if (more is null)
            {
                return null;
            }

            await more.WaitAsync(cancellation);
        }
    }

    private (IReadOnlyList<string> News, Task? More) Since(int seen, out int now)
    {
        lock (gate)
        {
            now = dropped + lines.Count;
            return ([.. lines.Skip(seen - dropped)], complete ? null : changed.Task);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            change();
            (told, changed) = (changed, NewSignal());
        }

        told.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

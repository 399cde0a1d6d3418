namespace Koppla.Local.Processes;

/// <summary>The lines a process has written, kept in order, that one can wait on. All members are safe to call from any thread.</summary>
internal sealed class OutputLines
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource changed = NewSignal();
    private bool complete;

    public IReadOnlyList<string> Last(int count)
    {
        lock (gate)
        {
            return [.. lines.TakeLast(count)];
        }
    }

    public void Add(string line) => Change(() => lines.Add(line));

    /// <summary>No more lines will come.</summary>
    public void Complete() => Change(() => complete = true);

    /// <summary>The first line, written already or yet to come, that the condition accepts; null when the output ends without one.</summary>
    public async Task<string?> FirstAsync(Func<string, bool> accepts, CancellationToken cancellation)
    {
        for (var seen = 0; ; seen++)
        {
            string? line;
            while (!TryGet(seen, out line, out var more))
            {
                if (more is null)
                {
                    return null;
                }

                await more.WaitAsync(cancellation);
            }

            if (accepts(line!))
            {
                return line;
            }
        }
    }

    private bool TryGet(int index, out string? line, out Task? more)
    {
        lock (gate)
        {
            line = index < lines.Count ? lines[index] : null;
            more = complete ? null : changed.Task;
            return line is not null;
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

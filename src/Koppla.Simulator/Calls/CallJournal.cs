namespace Koppla.Simulator.Calls;

/// <summary>What can be seen of a call from outside, shared by all its parts.</summary>
internal sealed class CallJournal
{
    private readonly TimeProvider time;
    private readonly List<TimelineEntry> timeline = [];
    private readonly List<ReceivedCommand> commands = [];
    private readonly List<CallWait> waits = [];
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CallJournal(TimeProvider time)
    {
        this.time = time;
        Gate.Leaving = CheckWaits;
    }

    public CallGate Gate { get; } = new();

    public string CorrelationId { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset Started => timeline.Count > 0 ? timeline[0].At : time.GetUtcNow();

    public List<Leg> Legs { get; } = [];

    public CallOutcome? Outcome { get; private set; }

    public Task Settled => settled.Task;

    public Task Ended => ended.Task;

    public IReadOnlyList<TimelineEntry> Timeline => timeline;

    public IReadOnlyList<ReceivedCommand> Commands => commands;

    /// <summary>How often the call came back to the application.</summary>
    public int Reentries { get; set; }

    public void Note(TimelineKind kind, string text)
    {
        using (Gate.Enter())
            timeline.Add(new(time.GetUtcNow(), kind, text));
    }

    public void Record(ReceivedCommand command)
    {
        using (Gate.Enter())
        {
            commands.Add(command);
            Note(TimelineKind.Command, $"{command.Operation} {command.Status}{(command.Replayed ? " (repeated answer)" : "")}");
        }
    }

    /// <summary>The first outcome stands, except that a later answer is one, and that a call can be lost.</summary>
    public void Settle(CallOutcome outcome)
    {
        if (Outcome is not null && outcome.Kind is not (OutcomeKind.Answered or OutcomeKind.Lost))
            return;
        Outcome = outcome;
        Note(TimelineKind.Outcome, outcome.ToString());
        settled.TrySetResult();
    }

    /// <summary>Settles the call, unless this is about a part of it that rings at one of our own numbers.</summary>
    public void SettleForCaller(Leg? upstream, CallOutcome outcome)
    {
        if (upstream is null)
            Settle(outcome);
    }

    public void End()
    {
        if (ended.TrySetResult())
            Note(TimelineKind.Call, "ended");
    }

    public Task WaitForAsync(Func<bool> condition, CancellationToken cancellation)
    {
        var wait = new CallWait(condition);
        using (Gate.Enter())
        {
            if (!wait.Check())
                waits.Add(wait);
        }

        return wait.Reached.WaitAsync(cancellation);
    }

    private void CheckWaits()
    {
        if (waits.Count > 0)
            waits.RemoveAll(static wait => wait.Check());
    }
}
